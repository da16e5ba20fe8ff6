// jql.js CHECKLIST…: the JQL of each checklist is read by Atlassian's own parser; the clauses of each query are printed as
// JSON, a list for each checklist.
"use strict";
const fs = require("fs");
const path = require("path");

const modules = path.join(process.cwd(), "target/jql/node_modules");
const { JastBuilder } = require(path.join(modules, "@atlaskit/jql-ast"));

const value = (operand) => (operand.values ? operand.values.map(value) : operand.value);
const clause = (node) =>
  node.clauseType === "compound"
    ? { [node.operator.value]: node.clauses.map(clause) }
    : { field: node.field.value, operator: node.operator.value, value: value(node.operand) };

const all = process.argv.slice(2).map((list) => {
  const lines = fs.readFileSync(list, "utf8").split("\n");
  const queries = lines.flatMap((line, at) => (lines[at - 1] === "  ```jql" ? [line.trim()] : []));
  return queries.map((query) => {
    const tree = new JastBuilder().build(query);
    if (tree.errors.length > 0 || !tree.query.where) {
      throw new Error(`${list}: ${query}: ${tree.errors.map((error) => error.message).join("; ")}`);
    }
    return clause(tree.query.where);
  });
});
console.log(JSON.stringify(all));
