terraform {
  required_providers {
    pagerduty = {
      source  = "PagerDuty/pagerduty"
      version = "~> 3.0"
    }
  }
}

resource "pagerduty_schedule" "p1_on_call_engineer" {
  name      = "P1, on-call engineer"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "P1, on-call engineer"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1004"]
  }
}

resource "pagerduty_schedule" "p1_support_lead" {
  name      = "P1, support lead"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "P1, support lead"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1005"]
  }
}

resource "pagerduty_schedule" "p1_head_of_engineering" {
  name      = "P1, head of engineering"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "P1, head of engineering"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1002"]
  }
}

resource "pagerduty_schedule" "p1_managing_director" {
  name      = "P1, managing director"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "P1, managing director"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1003"]
  }
}

resource "pagerduty_schedule" "p1_globex" {
  name      = "P1, Globex"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "P1, Globex"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1001"]
  }
}

resource "pagerduty_escalation_policy" "customer_support_and_availability_agreement_p1" {
  name        = "Customer Support and Availability Agreement, P1"
  description = "The escalation for P1 of Customer Support and Availability Agreement."
  num_loops   = 0

  rule {
    escalation_delay_in_minutes = 30

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.p1_on_call_engineer.id
    }
  }

  rule {
    escalation_delay_in_minutes = 150

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.p1_support_lead.id
    }
  }

  rule {
    escalation_delay_in_minutes = 60

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.p1_head_of_engineering.id
    }
  }

  rule {
    escalation_delay_in_minutes = 30

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.p1_managing_director.id
    }

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.p1_globex.id
    }
  }
}
