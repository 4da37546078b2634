CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`need_id` integer,
	`choice` text,
	`option_id` integer,
	`merged_into_need_id` integer,
	`decider` text NOT NULL,
	`decide_by` text,
	`decided_on` text,
	`because` text,
	`if_not` text,
	`conditions` text,
	`workaround` text,
	`who_note` text,
	`review_on` text,
	`review_question` text,
	`reviewed_on` text,
	`outcome` text,
	`pilot_until` text,
	`pilot_measure` text,
	`virement_id` integer,
	`replaces_id` integer,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`option_id`) REFERENCES `need_options`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`virement_id`) REFERENCES `virements`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`replaces_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_decide_by_day" CHECK("decide_by" IS date("decide_by")),
	CONSTRAINT "decisions_decided_on_day" CHECK("decided_on" IS date("decided_on")),
	CONSTRAINT "decisions_review_on_day" CHECK("review_on" IS date("review_on")),
	CONSTRAINT "decisions_reviewed_on_day" CHECK("reviewed_on" IS date("reviewed_on")),
	CONSTRAINT "decisions_pilot_until_day" CHECK("pilot_until" IS date("pilot_until"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_number_unique` ON `decisions` (`number`);--> statement-breakpoint
CREATE INDEX `decisions_need` ON `decisions` (`need_id`);--> statement-breakpoint
CREATE INDEX `decisions_option` ON `decisions` (`option_id`);--> statement-breakpoint
CREATE INDEX `decisions_merged_into` ON `decisions` (`merged_into_need_id`);--> statement-breakpoint
CREATE INDEX `decisions_virement` ON `decisions` (`virement_id`);--> statement-breakpoint
CREATE INDEX `decisions_replaces` ON `decisions` (`replaces_id`);--> statement-breakpoint
CREATE TABLE `group_ideas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`raised_on` text NOT NULL,
	`text` text NOT NULL,
	`fate` text NOT NULL,
	`because` text,
	`need_id` integer,
	FOREIGN KEY (`group_id`) REFERENCES `people_groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "group_ideas_raised_on_day" CHECK("raised_on" IS date("raised_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `group_ideas_group` ON `group_ideas` (`group_id`);--> statement-breakpoint
CREATE INDEX `group_ideas_need` ON `group_ideas` (`need_id`);--> statement-breakpoint
CREATE TABLE `group_members` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`department_id` integer,
	FOREIGN KEY (`group_id`) REFERENCES `people_groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `group_members_group` ON `group_members` (`group_id`);--> statement-breakpoint
CREATE INDEX `group_members_department` ON `group_members` (`department_id`);--> statement-breakpoint
CREATE TABLE `group_objectives` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`objective_id` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `people_groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`objective_id`) REFERENCES `objectives`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `group_objectives_pair` ON `group_objectives` (`group_id`,`objective_id`);--> statement-breakpoint
CREATE INDEX `group_objectives_objective` ON `group_objectives` (`objective_id`);--> statement-breakpoint
CREATE TABLE `people_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`aims` text,
	`backer_role` text,
	`backed_on` text,
	`meets` text,
	CONSTRAINT "people_groups_backed_on_day" CHECK("backed_on" IS date("backed_on"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `tellings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision_id` integer NOT NULL,
	`position` integer NOT NULL,
	`role` text NOT NULL,
	`what` text,
	`due_on` text,
	`told_on` text,
	`how` text,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "tellings_due_on_day" CHECK("due_on" IS date("due_on")),
	CONSTRAINT "tellings_told_on_day" CHECK("told_on" IS date("told_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `tellings_decision` ON `tellings` (`decision_id`);--> statement-breakpoint
CREATE TABLE `weighed_options` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`pence` integer,
	`follows` text,
	`chosen` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "weighed_options_chosen_flag" CHECK("chosen" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `weighed_options_decision` ON `weighed_options` (`decision_id`);--> statement-breakpoint
CREATE TABLE `development_plans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`owner_role` text,
	`area_heading` text NOT NULL,
	`priority_heading` text NOT NULL,
	`objective_heading` text NOT NULL,
	CONSTRAINT "development_plans_starts_on_day" CHECK("starts_on" IS date("starts_on")),
	CONSTRAINT "development_plans_ends_on_day" CHECK("ends_on" IS date("ends_on"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `objective_actions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`objective_id` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`lead_role` text,
	`starts_on` text,
	`due_on` text,
	`done_on` text,
	`cost_pence` integer,
	FOREIGN KEY (`objective_id`) REFERENCES `objectives`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "objective_actions_starts_on_day" CHECK("starts_on" IS date("starts_on")),
	CONSTRAINT "objective_actions_due_on_day" CHECK("due_on" IS date("due_on")),
	CONSTRAINT "objective_actions_done_on_day" CHECK("done_on" IS date("done_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `objective_actions_objective` ON `objective_actions` (`objective_id`);--> statement-breakpoint
CREATE TABLE `objectives` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`area_id` integer NOT NULL,
	`priority_id` integer,
	`position` integer NOT NULL,
	`number` text,
	`name` text NOT NULL,
	`statement` text,
	`lead_role` text,
	`state` text NOT NULL,
	`closed_on` text,
	`no_ict_by` text,
	`no_ict_on` text,
	FOREIGN KEY (`area_id`) REFERENCES `plan_areas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`priority_id`) REFERENCES `plan_priorities`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "objectives_closed_on_day" CHECK("closed_on" IS date("closed_on")),
	CONSTRAINT "objectives_no_ict_on_day" CHECK("no_ict_on" IS date("no_ict_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `objectives_area` ON `objectives` (`area_id`);--> statement-breakpoint
CREATE INDEX `objectives_priority` ON `objectives` (`priority_id`);--> statement-breakpoint
CREATE TABLE `plan_areas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `development_plans`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_areas_plan` ON `plan_areas` (`plan_id`);--> statement-breakpoint
CREATE TABLE `plan_priorities` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`area_id` integer NOT NULL,
	`position` integer NOT NULL,
	`number` text,
	`name` text NOT NULL,
	`rationale` text,
	`owner_role` text,
	FOREIGN KEY (`area_id`) REFERENCES `plan_areas`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_priorities_area` ON `plan_priorities` (`area_id`);--> statement-breakpoint
CREATE TABLE `progress_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`objective_id` integer NOT NULL,
	`year` integer NOT NULL,
	`term` text NOT NULL,
	`written_on` text NOT NULL,
	`role` text,
	`text` text NOT NULL,
	FOREIGN KEY (`objective_id`) REFERENCES `objectives`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "progress_notes_written_on_day" CHECK("written_on" IS date("written_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `progress_notes_term` ON `progress_notes` (`objective_id`,`year`,`term`);--> statement-breakpoint
CREATE TABLE `success_criteria` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`objective_id` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`objective_id`) REFERENCES `objectives`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `success_criteria_objective` ON `success_criteria` (`objective_id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`held_on` text NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`department_id` integer,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "conversations_held_on_day" CHECK("held_on" IS date("held_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `conversations_department` ON `conversations` (`department_id`);--> statement-breakpoint
CREATE TABLE `need_evidence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`need_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`category_key` text,
	`location_id` integer,
	`department_id` integer,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `need_evidence_need` ON `need_evidence` (`need_id`);--> statement-breakpoint
CREATE INDEX `need_evidence_location` ON `need_evidence` (`location_id`);--> statement-breakpoint
CREATE INDEX `need_evidence_department` ON `need_evidence` (`department_id`);--> statement-breakpoint
CREATE TABLE `need_objectives` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`need_id` integer NOT NULL,
	`objective_id` integer NOT NULL,
	`strength` text NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`objective_id`) REFERENCES `objectives`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `need_objectives_pair` ON `need_objectives` (`need_id`,`objective_id`);--> statement-breakpoint
CREATE INDEX `need_objectives_objective` ON `need_objectives` (`objective_id`);--> statement-breakpoint
CREATE TABLE `need_options` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`need_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`meets` text,
	`meets_words` text,
	`support_hours_once` integer,
	`support_hours_yearly` integer,
	`later_years` text,
	`recommended` integer NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "need_options_recommended_flag" CHECK("recommended" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `need_options_need` ON `need_options` (`need_id`);--> statement-breakpoint
CREATE TABLE `needs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`statement` text NOT NULL,
	`asked_by_role` text NOT NULL,
	`asked_on` text NOT NULL,
	`department_id` integer,
	`pupils` integer,
	`reason` text NOT NULL,
	`needed_by` text,
	`impact` text NOT NULL,
	`moscow` text NOT NULL,
	`standard_id` integer,
	`recommended_because` text,
	`recommended_if_not` text,
	`needs_system` text,
	`needs_memory_gb` integer,
	`least_memory_gb` integer,
	`needs_cores` integer,
	`least_cores` integer,
	`needs_storage_gb` integer,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`standard_id`) REFERENCES `standard_requirements`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "needs_asked_on_day" CHECK("asked_on" IS date("asked_on")),
	CONSTRAINT "needs_needed_by_day" CHECK("needed_by" IS date("needed_by"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `needs_number_unique` ON `needs` (`number`);--> statement-breakpoint
CREATE INDEX `needs_department` ON `needs` (`department_id`);--> statement-breakpoint
CREATE INDEX `needs_standard` ON `needs` (`standard_id`);--> statement-breakpoint
CREATE TABLE `option_costs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`option_id` integer NOT NULL,
	`position` integer NOT NULL,
	`part` text NOT NULL,
	`name` text NOT NULL,
	`standing` text NOT NULL,
	`category_key` text NOT NULL,
	`cost_category` text NOT NULL,
	`fund_key` text,
	`on` text NOT NULL,
	`until` text,
	`quantity` integer NOT NULL,
	`unit_pence` integer,
	`yearly_pence` integer NOT NULL,
	`price_date` text,
	`rise_bp` integer,
	`model_id` integer,
	`location_id` integer,
	`user_group` text,
	`memory_gb` integer,
	`storage_gb` integer,
	`recurring_id` integer,
	FOREIGN KEY (`option_id`) REFERENCES `need_options`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cost_category`) REFERENCES `cost_categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fund_key`) REFERENCES `funds`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `asset_models`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`user_group`) REFERENCES `user_groups`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recurring_id`) REFERENCES `recurring_costs`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "option_costs_on_day" CHECK("on" IS date("on")),
	CONSTRAINT "option_costs_until_day" CHECK("until" IS date("until")),
	CONSTRAINT "option_costs_price_date_day" CHECK("price_date" IS date("price_date"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `option_costs_option` ON `option_costs` (`option_id`);--> statement-breakpoint
CREATE INDEX `option_costs_model` ON `option_costs` (`model_id`);--> statement-breakpoint
CREATE INDEX `option_costs_location` ON `option_costs` (`location_id`);--> statement-breakpoint
CREATE INDEX `option_costs_recurring` ON `option_costs` (`recurring_id`);--> statement-breakpoint
CREATE TABLE `own_questions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`direction` text NOT NULL,
	`text` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `round_people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`department_id` integer,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `round_people_department` ON `round_people` (`department_id`);--> statement-breakpoint
CREATE TABLE `software_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`need_id` integer NOT NULL,
	`product` text NOT NULL,
	`publisher` text,
	`seats` integer,
	`software_id` integer,
	`compatible` text NOT NULL,
	`network_install` text NOT NULL,
	`licence_allows` text NOT NULL,
	`check_note` text,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`software_id`) REFERENCES `recurring_costs`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `software_requests_need_id_unique` ON `software_requests` (`need_id`);--> statement-breakpoint
CREATE INDEX `software_requests_software` ON `software_requests` (`software_id`);--> statement-breakpoint
CREATE TABLE `talk_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`conversation_id` integer NOT NULL,
	`position` integer NOT NULL,
	`direction` text NOT NULL,
	`text` text NOT NULL,
	`need_id` integer,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `talk_notes_conversation` ON `talk_notes` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `talk_notes_need` ON `talk_notes` (`need_id`);--> statement-breakpoint
CREATE TABLE `standard_requirements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`position` integer NOT NULL,
	`ref` text NOT NULL,
	`standard` text NOT NULL,
	`tier` text NOT NULL,
	`target` text,
	`requirement` text NOT NULL,
	`measure` text,
	`threshold` text,
	`cadence` text,
	`source` text,
	`as_of` text,
	`status` text,
	`evidence` text,
	`owner_role` text,
	`answered_on` text,
	`next_review` text,
	CONSTRAINT "standard_requirements_as_of_day" CHECK("as_of" IS date("as_of")),
	CONSTRAINT "standard_requirements_answered_on_day" CHECK("answered_on" IS date("answered_on")),
	CONSTRAINT "standard_requirements_next_review_day" CHECK("next_review" IS date("next_review"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `standard_requirements_ref_unique` ON `standard_requirements` (`ref`);--> statement-breakpoint
ALTER TABLE `software_details` ADD `least_memory_gb` integer;--> statement-breakpoint
ALTER TABLE `software_details` ADD `needs_cores` integer;--> statement-breakpoint
ALTER TABLE `software_details` ADD `least_cores` integer;--> statement-breakpoint
ALTER TABLE `asset_models` ADD `cores` integer;