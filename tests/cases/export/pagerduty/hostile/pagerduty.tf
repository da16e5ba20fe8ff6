terraform {
  required_providers {
    pagerduty = {
      source  = "PagerDuty/pagerduty"
      version = "~> 3.0"
    }
  }
}

resource "pagerduty_schedule" "no_on_call_engineer" {
  name      = "no, on-call engineer"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "no, on-call engineer"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1004"]
  }
}

resource "pagerduty_schedule" "no_support_lead" {
  name      = "no, support lead"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "no, support lead"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1005"]
  }
}

resource "pagerduty_schedule" "no_head_of_engineering" {
  name      = "no, head of engineering"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "no, head of engineering"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1002"]
  }
}

resource "pagerduty_schedule" "no_managing_director" {
  name      = "no, managing director"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "no, managing director"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1003"]
  }
}

resource "pagerduty_schedule" "no_globex_sohne" {
  name      = "no, Globex <& \"Söhne\"> 🏢"
  time_zone = "Europe/Berlin"

  layer {
    name                         = "no, Globex <& \"Söhne\"> 🏢"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1001"]
  }
}

resource "pagerduty_escalation_policy" "support_and_availability_100_more_n_no" {
  name        = "\"Support\"\tand\r\n'Availability': 100% & more \\n 🛎️, no"
  description = "The escalation for no of \"Support\"\tand\r\n'Availability': 100% & more \\n 🛎️."
  num_loops   = 0

  rule {
    escalation_delay_in_minutes = 30

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.no_on_call_engineer.id
    }
  }

  rule {
    escalation_delay_in_minutes = 150

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.no_support_lead.id
    }
  }

  rule {
    escalation_delay_in_minutes = 60

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.no_head_of_engineering.id
    }
  }

  rule {
    escalation_delay_in_minutes = 30

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.no_managing_director.id
    }

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.no_globex_sohne.id
    }
  }
}
