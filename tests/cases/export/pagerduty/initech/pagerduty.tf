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
    users                        = ["users_1003"]
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
    users                        = ["users_1002"]
  }
}

resource "pagerduty_schedule" "p1_customer" {
  name      = "P1, Customer"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "P1, Customer"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1001"]
  }
}

resource "pagerduty_escalation_policy" "cloud_service_agreement_p1" {
  name        = "Cloud Service Agreement, P1"
  description = "The escalation for P1 of Cloud Service Agreement."
  num_loops   = 0

  rule {
    escalation_delay_in_minutes = 480

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.p1_on_call_engineer.id
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
      id   = pagerduty_schedule.p1_customer.id
    }
  }
}
