namespace Workflows.Referrals.Tests.Domain;

/// <summary>
/// What the domain demands, in the order of a referral's life, and where it is proved. What the app adds (the form, mail and SMS, the retries
/// of a callback, the audit, the figures) is proved in the tests of the app.
/// </summary>
static class Rules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("Terms", "a practice has an AGB code of 8 digits that starts with 01", "Identifiers_at_the_door.An_agb_code_has_8_digits", "Identifiers_at_the_door.Gp_practices_and_gps_start_with_01"),
        new("Terms", "a funder and an administrator do nothing to a referral", "The_transition_table.Says_in_every_status_and_for_every_role_what_happens"),
        new("Terms", "a running referral keeps the version of its pathway", "When_a_referral_arrives.It_keeps_the_pathway_version_that_it_started_with_also_when_it_is_reopened"),
        new("Terms", "the arrangements are ten", "The_vocabulary.Names_the_arrangements_of_the_domain"),
        new("Terms", "what is refused is said in the words that are on screen", "Refusals_in_Dutch.Use_the_words_of_the_trade"),

        new("Lifecycle", "there are twelve statuses", "A_status.Is_one_of_twelve_five_of_which_are_ends"),
        new("Lifecycle", "a status of another standard follows by a table", "A_status.Has_one_task_status_of_gravity"),
        new("Lifecycle", "five statuses always carry a coded reason", "A_status.That_needs_a_reason_carries_a_coded_one", "A_random_walk.Over_commands_and_clock_moves_breaks_no_law"),
        new("Lifecycle", "a coordinator reopens what has ended: a new cycle, the same id, the old end kept", "When_it_has_ended.A_coordinator_reopens_it_as_a_new_cycle_and_the_old_end_stays_in_the_timeline"),
        new("Lifecycle", "a cancellation by the referrer after acceptance is a request", "When_somebody_cancels.After_acceptance_the_referrer_asks_and_the_worker_may_still_complete"),
        new("Lifecycle", "a waiting list makes a human act", "When_a_worker_is_asked.And_has_a_waiting_list_the_coordinator_must_act_and_sees_until_when"),
        new("Lifecycle", "a needed assessment makes a human act", "When_a_worker_is_asked.And_needs_an_additional_assessment_the_coordinator_must_act_and_sees_which"),
        new("Lifecycle", "a no-show leads back to accepted, with a deadline", "When_a_handover_is_planned.A_no_show_leads_back_to_accepted_with_an_outreach_deadline"),
        new("Lifecycle", "a worker or coordinator rejects", "When_a_worker_is_asked.She_can_reject_for_the_organisation_and_is_not_told_what_she_did_herself", "When_the_coordinator_must_act.It_can_be_rejected_with_a_reason_which_the_referrer_hears"),
        new("Lifecycle", "after its end it lives on until the erasure", "A_status.That_is_an_end_still_waits_for_the_erasure"),
        new("Lifecycle", "every change says who, when, for whom, what, why, under which version", "A_timeline.Says_who_did_what_when_on_whose_behalf_why_and_under_which_pathway_version"),
        new("Lifecycle", "everything is derived from the timeline", "A_timeline.Tells_all_that_a_referral_is", "A_random_walk.Over_commands_and_clock_moves_breaks_no_law"),

        new("Intake", "the receipt is confirmed", "When_a_referral_arrives.Its_receipt_is_confirmed_to_the_referrer_at_any_hour"),
        new("Intake", "a second open referral of the same client is noticed", "When_a_referral_arrives.An_open_referral_of_the_same_client_makes_a_human_act", "The_same_client.Is_recognised_however_the_name_is_written"),
        new("Intake", "the rule of the target group that fired is named", "When_a_referral_arrives.A_target_group_rule_that_fires_is_named_and_a_human_must_act", "Target_group_rules.Name_the_rule_that_fired"),
        new("Intake", "the same submission twice is one referral", "When_a_referral_arrives.The_same_submission_once_more_changes_nothing"),

        new("Offer", "workers are ranked by pairing, neighbourhood, theme, capacity", "Workers_are_ranked.By_existing_pairing_with_this_referrer_then_neighbourhood_then_theme_then_free_capacity"),
        new("Offer", "absence counts in the rank", "Workers_are_ranked.With_the_deputy_in_the_place_of_one_who_is_absent", "Workers_are_ranked.Without_one_who_is_absent_and_has_no_deputy"),
        new("Offer", "ties are broken deterministically", "Workers_are_ranked.With_ties_broken_deterministically"),
        new("Offer", "the numbers: 3 candidates, 2 working days, a reminder after 1", "The_default_pathway.Asks_3_candidates_who_respond_within_2_working_days_with_one_reminder_after_1"),
        new("Offer", "one reminder", "When_a_worker_does_not_answer.She_is_reminded_once_at_nine_after_one_working_day"),
        new("Offer", "on decline the next is asked", "When_a_worker_is_asked.And_declines_with_a_reason_the_next_one_is_asked"),
        new("Offer", "on silence the next is asked", "When_a_worker_does_not_answer.The_next_worker_is_asked_after_two_working_days_and_the_reason_says_why"),
        new("Offer", "after three candidates the coordinator", "When_a_worker_does_not_answer.After_three_candidates_the_coordinator_must_act"),
        new("Offer", "the coordinator is reminded every working day", "When_the_coordinator_must_act.A_reminder_comes_every_working_day", "The_default_pathway.Reminds_the_coordinator_daily_and_tells_the_referrer_after_10_working_days"),
        new("Offer", "the coordinator assigns or closes", "When_the_coordinator_must_act.An_assigned_worker_has_it_without_being_asked_and_the_reminders_stop", "When_the_coordinator_must_act.It_can_be_closed"),
        new("Offer", "after ten working days the referrer hears that it waits and may cancel", "When_the_coordinator_must_act.The_referrer_is_told_after_ten_working_days_that_it_waits_and_may_cancel"),
        new("Offer", "a worker accepts", "When_a_worker_is_asked.And_accepts_the_referral_is_hers"),

        new("Handover", "it is planned within 5 working days of acceptance", "When_a_handover_is_planned.It_should_be_within_five_working_days_of_acceptance_or_the_worker_is_reminded"),
        new("Handover", "the next free slot is proposed", "When_a_handover_is_planned.The_next_free_slot_of_the_fixed_consultation_hour_is_proposed", "The_next_free_slot.Of_the_fixed_consultation_hour_is_proposed"),
        new("Handover", "first contact is within 10 working days of receipt", "When_a_handover_is_planned.The_first_contact_is_within_ten_working_days_of_receipt_or_the_coordinator_is_told_once"),
        new("Handover", "it was held or replaced by phone", "When_a_handover_is_planned.And_was_held_or_replaced_by_phone_the_support_starts"),
        new("Handover", "it was moved", "When_a_handover_is_planned.And_is_moved_it_is_planned_anew_and_a_new_slot_is_proposed"),
        new("Handover", "at most 3 attempts after a no-show, then not started", "When_a_handover_is_planned.After_three_attempts_of_outreach_it_never_started_and_the_gp_hears_so", "The_default_pathway.Plans_within_5_working_days_has_first_contact_within_10_and_tries_at_most_3_times_after_a_no_show"),
        new("Handover", "a first visit is accompanied when wanted and counts when attended", "When_support_is_under_way.The_first_visit_is_accompanied_when_the_client_wants_that_and_counts_only_when_attendance_is_confirmed"),

        new("Support", "reminders come by stages", "When_support_is_under_way.The_worker_is_reminded_after_two_and_six_weeks_after_three_months_and_then_every_three_months", "The_default_pathway.Reminds_after_2_weeks_6_weeks_3_months_then_every_3_months_and_is_stuck_after_3_months_without_contact"),
        new("Support", "they last until an outcome is recorded", "When_support_is_under_way.Reminders_stop_the_moment_an_outcome_is_recorded"),
        new("Support", "a contact resets the silence clock", "When_support_is_under_way.A_logged_contact_resets_the_silence_clock"),
        new("Support", "no contact for 3 months is stuck: who must act, since when", "When_support_is_under_way.No_contact_for_three_months_is_stuck_and_the_coordinator_is_told_who_must_act_and_since_when"),
        new("Support", "no reminder outlives its need", "Every_reminder.Stops_the_moment_it_is_no_longer_needed"),

        new("Feedback", "it has four moments", "When_the_practice_is_told.It_is_at_acceptance_after_the_first_talk_after_three_months_and_at_the_end"),
        new("Feedback", "it has at most five lines", "The_default_pathway.Gives_feedback_of_at_most_5_lines_at_four_moments_acknowledged_within_5_working_days_and_retried_for_3_days"),
        new("Feedback", "a click acknowledges the end", "When_the_practice_is_told.The_end_is_acknowledged_with_a_click"),
        new("Feedback", "a system's 2xx acknowledges the end", "When_the_practice_is_told.The_end_is_acknowledged_by_a_systems_2xx_and_not_by_an_email"),
        new("Feedback", "unacknowledged: one reminder, then the coordinator", "When_the_practice_is_told.Unacknowledged_after_five_working_days_it_is_reminded_once_and_then_the_coordinator_sees_it"),
        new("Feedback", "what no channel delivers comes to the coordinator", "When_the_practice_is_told.Feedback_that_arrives_by_no_channel_is_shown_to_the_coordinator"),

        new("Aftercare", "after 3, 6, 12 and 24 months", "When_it_has_ended.Measurements_are_asked_for_at_three_six_twelve_and_twenty_four_months_after_the_start", "The_default_pathway.Measures_at_3_6_12_and_24_months_and_erases_24_months_after_the_end"),
        new("Aftercare", "the client or the worker is asked", "When_it_has_ended.The_client_is_asked_as_well_as_the_worker", "When_it_has_ended.The_client_can_record_the_measurement_after_the_end"),
        new("Retention", "24 months after the end the data become unreadable", "When_it_has_ended.Twenty_four_months_after_the_end_the_persons_data_become_unreadable"),

        new("Any moment", "withdrawn consent stops everything in one step", "When_consent_is_withdrawn.Everything_to_and_about_the_client_stops_within_one_step", "When_consent_is_withdrawn.Feedback_that_is_still_on_its_way_goes_no_further"),
        new("Any moment", "on hold and on again", "When_a_referral_is_on_hold.It_is_silent_until_the_date_and_then_goes_on_where_it_was", "When_a_referral_is_on_hold.It_can_be_resumed_earlier"),
        new("Any moment", "the deputy takes over from who is absent or gone", "When_a_worker_is_absent.Her_referral_goes_to_the_deputy_and_keeps_its_status", "Deputies_act_for_the_absent.A_deputy_acts_for_a_worker_who_is_absent_or_gone_also_without_room"),
        new("Any moment", "the coordinator gives it to another worker", "When_the_coordinator_must_act.A_referral_that_was_taken_can_be_given_to_another_worker_and_keeps_its_status"),
        new("Any moment", "it is cancelled", "When_somebody_cancels.The_client_needs_to_ask_nobody_and_the_gp_hears_of_it"),
        new("Any moment", "a request of the client by law is answered within a month, with a reminder and an escalation",
            "When_a_client_asks_what_the_law_gives.The_coordinator_hears_of_it_and_has_a_month_to_answer_wherever_the_referral_stands",
            "When_a_client_asks_what_the_law_gives.The_coordinator_is_reminded_after_two_weeks_and_every_week_after_that_and_told_when_the_month_is_over"),
        new("Any moment", "the rights of the client outlive consent", "When_a_client_asks_what_the_law_gives.After_consent_was_withdrawn_the_rights_remain"),
        new("Any moment", "an erasure that is granted is carried out", "When_a_client_asks_what_the_law_gives.An_erasure_that_is_granted_stops_everything_at_once_and_takes_place_when_the_client_could_read_the_answer"),
        new("Any moment", "an objection pauses, and stops when it is granted", "When_a_client_objects.Everything_rests_until_the_answer_however_long_that_takes", "When_a_client_objects.It_stops_for_good_when_the_objection_is_granted"),
        new("Any moment", "every deadline explains itself", "Every_open_deadline.Explains_itself_by_rule_version_arithmetic_and_who_was_silent", "A_deadline_explains_itself.When_weekends_and_holidays_were_skipped", "A_deadline_explains_itself.When_someone_was_silent_and_then_it_says_who_and_since_when"),

        new("Working days", "the days that do not count", "Working_days.Are_not_Saturday_Sunday_1_January_Good_Friday_Easter_Monday_Ascension_Day_Whit_Monday_25_and_26_December_Kings_Day_and_5_May", "Working_days.Are_all_the_others"),
        new("Working days", "King's Day moves from a Sunday to the 26th", "Working_days.Kings_Day_is_26_April_if_the_27th_is_a_Sunday"),
        new("Working days", "bridge days and closing days are a list", "Working_days.Bridge_days_by_decree_and_closing_days_are_a_configurable_list"),
        new("Working days", "a deadline ends at 17:00 in Amsterdam", "For_all_deadlines.A_deadline_ends_at_17_00_local_on_a_working_day_after_it_began"),
        new("Working days", "both examples", "Working_days.Are_counted_from_the_next_day_on_and_skip_what_is_no_working_day"),
        new("Quiet hours", "from 20:00 to 08:00; what waits leaves at 09:00", "Quiet_hours.Begin_at_20_00_and_offers_and_reminders_wait_until_09_00"),
        new("Quiet hours", "all of a day that is no working day", "Quiet_hours.Last_all_day_when_it_is_no_working_day"),
        new("Quiet hours", "offers wait", "When_a_worker_is_asked.In_quiet_hours_the_offer_leaves_at_nine_on_the_next_working_day_and_her_time_begins_then"),
        new("BSN", "the check, with its examples", "A_bsn.Has_9_digits_whose_weighted_sum_11_divides_and_8_digits_are_left_padded", "A_bsn.Is_not_all_zeros_and_nothing_else"),
        new("BSN", "it is redacted in free text", "A_bsn.Is_detected_and_redacted_in_free_text"),
        new("Consent", "the client changes that choice", "When_a_client_changes_what_is_shared.From_then_on_the_gp_gets_codes_and_moments_and_no_content", "When_a_client_changes_what_is_shared.And_content_again_when_the_client_says_so"),
        new("Consent", "share only that I came", "When_the_practice_is_told.A_client_who_shares_only_that_she_came_gives_the_gp_codes_and_moments_and_no_content"),
        new("Codes", "the reasons", "The_vocabulary.Knows_the_reasons_of_the_trade"),
        new("Codes", "two ways", "The_vocabulary.Says_the_same_in_both_directions_with_the_same_source"),
        new("Codes", "an unmapped code is shown as it is", "The_vocabulary.Shows_an_unmapped_code_as_it_is_and_never_drops_it"),
        new("Instruments", "Positieve Gezondheid", "Instruments_are_scored.Positieve_Gezondheid_has_44_items_in_six_dimensions", "Instruments_are_scored.Positieve_Gezondheid_is_the_mean_of_the_answered_items_to_one_decimal"),
        new("Instruments", "De Jong Gierveld", "Instruments_are_scored.De_Jong_Gierveld_with_6_items_is_0_1_not_2_4_somewhat_5_6_strongly", "Instruments_are_scored.De_Jong_Gierveld_with_11_items_is_0_2_not_3_8_somewhat_9_11_strongly", "Instruments_are_scored.More_or_less_counts_as_unfavourable"),
        new("Instruments", "WHO-5", "Instruments_are_scored.Who_5_is_the_sum_times_4"),
        new("Instruments", "the own goal and GP visits", "Instruments_are_scored.The_own_goal_is_scored_0_to_10_and_gp_visits_are_counted"),
    ];
}
