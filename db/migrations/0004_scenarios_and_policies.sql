CREATE TABLE `plan_change_kinds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_change_kinds_key_unique` ON `plan_change_kinds` (`key`);--> statement-breakpoint
CREATE TABLE `planned_action_kinds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `planned_action_kinds_key_unique` ON `planned_action_kinds` (`key`);--> statement-breakpoint
CREATE TABLE `scenario_states` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scenario_states_key_unique` ON `scenario_states` (`key`);--> statement-breakpoint
CREATE TABLE `school_rolls` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`pupils` integer,
	`staff` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `school_rolls_year_unique` ON `school_rolls` (`year`);--> statement-breakpoint
CREATE TABLE `plan_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scenario_id` integer NOT NULL,
	`published_at` text NOT NULL,
	`as_of` text NOT NULL,
	`engine_version` text NOT NULL,
	`frozen` text NOT NULL,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "plan_versions_as_of_day" CHECK("as_of" IS date("as_of"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_versions_scenario_id_unique` ON `plan_versions` (`scenario_id`);--> statement-breakpoint
CREATE TABLE `planned_actions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`asset_id` integer NOT NULL,
	`action` text NOT NULL,
	`years` integer,
	`yearly_pence` integer,
	`price_date` text,
	`next_user_group` text,
	`next_months` integer,
	`reason` text,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`action`) REFERENCES `planned_action_kinds`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`next_user_group`) REFERENCES `user_groups`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "planned_actions_price_date_day" CHECK("price_date" IS date("price_date"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `planned_actions_asset` ON `planned_actions` (`asset_id`,`action`);--> statement-breakpoint
CREATE TABLE `scenario_difference_assets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`difference_id` integer NOT NULL,
	`asset_id` integer NOT NULL,
	`moved_to` text,
	FOREIGN KEY (`difference_id`) REFERENCES `scenario_differences`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "scenario_difference_assets_moved_to_day" CHECK("moved_to" IS date("moved_to"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scenario_difference_assets_pair` ON `scenario_difference_assets` (`difference_id`,`asset_id`);--> statement-breakpoint
CREATE INDEX `scenario_difference_assets_asset` ON `scenario_difference_assets` (`asset_id`);--> statement-breakpoint
CREATE TABLE `scenario_differences` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scenario_id` integer NOT NULL,
	`kind` text NOT NULL,
	`terms` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kind`) REFERENCES `plan_change_kinds`(`key`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `scenario_differences_scenario` ON `scenario_differences` (`scenario_id`);--> statement-breakpoint
CREATE TABLE `scenarios` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`parent_id` integer,
	`state` text NOT NULL,
	`recommended` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`parent_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`state`) REFERENCES `scenario_states`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scenarios_recommended_flag" CHECK("recommended" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scenarios_name_unique` ON `scenarios` (`name`);--> statement-breakpoint
CREATE INDEX `scenarios_parent` ON `scenarios` (`parent_id`);--> statement-breakpoint
ALTER TABLE `recurring_costs` ADD `device_category_key` text REFERENCES categories(key);--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `least_months` integer;--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `most_months` integer;--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `price_source` text;--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `replacement_model_id` integer REFERENCES asset_models(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `loss_from` text;--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `purchase_months` text;--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `fund_key` text REFERENCES funds(key);--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `disposal_pence` integer;--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `trade_in_pence` integer;--> statement-breakpoint
CREATE INDEX `refresh_policies_replacement_model` ON `refresh_policies` (`replacement_model_id`);--> statement-breakpoint
ALTER TABLE `school` ADD `backlog_years` integer;--> statement-breakpoint
ALTER TABLE `school` ADD `vat_bp` integer;--> statement-breakpoint
ALTER TABLE `school` ADD `price_age_months` integer;--> statement-breakpoint
-- Older plans get the lists and the first scenarios that a new plan is seeded with.
INSERT INTO `cost_drivers` (`key`) VALUES ('per_device');--> statement-breakpoint
INSERT INTO `planned_action_kinds` (`key`) VALUES ('replace'), ('keep'), ('retire'), ('pass_down'), ('extend_cover'), ('extend_support');--> statement-breakpoint
INSERT INTO `scenario_states` (`key`) VALUES ('working'), ('locked'), ('published');--> statement-breakpoint
INSERT INTO `plan_change_kinds` (`key`) VALUES ('life'), ('policy'), ('price_rise'), ('loss_rate'), ('move'), ('action'), ('need'), ('budget'), ('backlog');--> statement-breakpoint
INSERT INTO `scenarios` (`id`, `name`, `parent_id`, `state`, `recommended`, `note`) VALUES
	(1, 'Keep to policy', NULL, 'working', 0, 'Everything is replaced when its policy says.'),
	(2, 'Recommended', 1, 'working', 1, 'What the school is asked to agree to.'),
	(3, 'Essentials only', 1, 'working', 0, 'Only what lessons, exams and safety must have.');
