terraform {
  required_providers {
    pagerduty = {
      source  = "PagerDuty/pagerduty"
      version = "~> 3.0"
    }
  }
}

resource "pagerduty_schedule" "critical_team_lead" {
  name      = "Critical, team lead"
  time_zone = "America/Los_Angeles"

  layer {
    name                         = "Critical, team lead"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1004"]
  }
}

resource "pagerduty_schedule" "critical_manager" {
  name      = "Critical, manager"
  time_zone = "America/Los_Angeles"

  layer {
    name                         = "Critical, manager"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1003"]
  }
}

resource "pagerduty_schedule" "critical_chief_information_officer" {
  name      = "Critical, chief information officer"
  time_zone = "America/Los_Angeles"

  layer {
    name                         = "Critical, chief information officer"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1002"]
  }
}

resource "pagerduty_schedule" "critical_faculties" {
  name      = "Critical, Faculties"
  time_zone = "America/Los_Angeles"

  layer {
    name                         = "Critical, Faculties"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1001"]
  }
}

resource "pagerduty_escalation_policy" "information_technology_services_to_faculties_critical" {
  name        = "Information Technology Services to Faculties, Critical"
  description = "The escalation for Critical of Information Technology Services to Faculties."
  num_loops   = 0

  rule {
    escalation_delay_in_minutes = 60

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.critical_team_lead.id
    }
  }

  rule {
    escalation_delay_in_minutes = 60

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.critical_manager.id
    }
  }

  rule {
    escalation_delay_in_minutes = 30

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.critical_chief_information_officer.id
    }

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.critical_faculties.id
    }
  }
}
