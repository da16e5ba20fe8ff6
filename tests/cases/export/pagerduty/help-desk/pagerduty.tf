terraform {
  required_providers {
    pagerduty = {
      source  = "PagerDuty/pagerduty"
      version = "~> 3.0"
    }
  }
}

resource "pagerduty_schedule" "p1_engineer_on_call" {
  name      = "P1, engineer on call"
  time_zone = "America/New_York"

  layer {
    name                         = "P1, engineer on call"
    start                        = "2027-01-01T00:00:00Z"
    rotation_virtual_start       = "2027-01-01T00:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["users_1001"]

    restriction {
      type              = "weekly_restriction"
      start_day_of_week = 1
      start_time_of_day = "09:00:00"
      duration_seconds  = 28800
    }

    restriction {
      type              = "weekly_restriction"
      start_day_of_week = 2
      start_time_of_day = "09:00:00"
      duration_seconds  = 28800
    }

    restriction {
      type              = "weekly_restriction"
      start_day_of_week = 3
      start_time_of_day = "09:00:00"
      duration_seconds  = 28800
    }

    restriction {
      type              = "weekly_restriction"
      start_day_of_week = 4
      start_time_of_day = "09:00:00"
      duration_seconds  = 28800
    }

    restriction {
      type              = "weekly_restriction"
      start_day_of_week = 5
      start_time_of_day = "09:00:00"
      duration_seconds  = 28800
    }
  }
}

resource "pagerduty_escalation_policy" "help_desk_service_level_agreement_p1" {
  name        = "Help Desk Service Level Agreement, P1"
  description = "The escalation for P1 of Help Desk Service Level Agreement."
  num_loops   = 0

  rule {
    escalation_delay_in_minutes = 30

    target {
      type = "schedule_reference"
      id   = pagerduty_schedule.p1_engineer_on_call.id
    }
  }
}
