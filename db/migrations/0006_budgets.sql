CREATE TABLE `actuals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` integer NOT NULL,
	`on_date` text,
	`cost_category` text NOT NULL,
	`nature` text NOT NULL,
	`fund_key` text NOT NULL,
	`pence` integer NOT NULL,
	`committed_pence` integer,
	`ledger_code` text NOT NULL,
	`fund_code` text,
	`cost_centre` text,
	`description` text,
	`row` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `actuals_runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`cost_category`) REFERENCES `cost_categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fund_key`) REFERENCES `funds`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "actuals_on_date_day" CHECK("on_date" IS date("on_date"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `actuals_run` ON `actuals` (`run_id`);--> statement-breakpoint
CREATE TABLE `actuals_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`through` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	CONSTRAINT "actuals_runs_through_day" CHECK("through" IS date("through"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `actuals_runs_year_unique` ON `actuals_runs` (`year`);--> statement-breakpoint
CREATE TABLE `approval_limits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`role` text NOT NULL,
	`up_to_pence` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `approval_limits_role` ON `approval_limits` (`subject`,`role`);--> statement-breakpoint
CREATE TABLE `budget_approvals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`approved_on` text NOT NULL,
	`approved_by` text NOT NULL,
	`note` text,
	CONSTRAINT "budget_approvals_approved_on_day" CHECK("approved_on" IS date("approved_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `budget_approvals_year_unique` ON `budget_approvals` (`year`);--> statement-breakpoint
CREATE TABLE `capital_choices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`cost_category` text NOT NULL,
	`fund_key` text NOT NULL,
	`nature` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`cost_category`) REFERENCES `cost_categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fund_key`) REFERENCES `funds`(`key`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `capital_choices_place` ON `capital_choices` (`year`,`cost_category`,`fund_key`);--> statement-breakpoint
CREATE TABLE `capital_rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_year` integer NOT NULL,
	`threshold_pence` integer NOT NULL,
	`basis` text NOT NULL,
	`source` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `capital_rules_from_year_unique` ON `capital_rules` (`from_year`);--> statement-breakpoint
CREATE TABLE `cost_centres` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`department_id` integer,
	`counts` integer NOT NULL,
	`preferred` integer NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "cost_centres_counts_flag" CHECK("counts" IN (0, 1)),
	CONSTRAINT "cost_centres_preferred_flag" CHECK("preferred" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cost_centres_code_unique` ON `cost_centres` (`code`);--> statement-breakpoint
CREATE INDEX `cost_centres_department` ON `cost_centres` (`department_id`);--> statement-breakpoint
CREATE TABLE `fund_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text,
	`fund_key` text,
	FOREIGN KEY (`fund_key`) REFERENCES `funds`(`key`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `fund_codes_code_unique` ON `fund_codes` (`code`);--> statement-breakpoint
CREATE TABLE `kind_upkeep` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`category_key` text NOT NULL,
	`watts` integer,
	`hours_per_day_tenths` integer,
	`days_per_year` integer,
	`support_minutes` integer,
	`self_support_minutes` integer,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `kind_upkeep_category_key_unique` ON `kind_upkeep` (`category_key`);--> statement-breakpoint
CREATE TABLE `ledger_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`description` text NOT NULL,
	`ledger_type` text,
	`cfr_code` text,
	`cost_category` text,
	`nature` text,
	`preferred` integer NOT NULL,
	FOREIGN KEY (`cost_category`) REFERENCES `cost_categories`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_codes_preferred_flag" CHECK("preferred" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_codes_code_unique` ON `ledger_codes` (`code`);--> statement-breakpoint
CREATE TABLE `reserve` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`opening_pence` integer NOT NULL,
	`opening_year` integer NOT NULL,
	`floor_pence` integer NOT NULL,
	`spread` text,
	CONSTRAINT "reserve_one_row" CHECK("id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `reserve_contributions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`pence` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reserve_contributions_year_unique` ON `reserve_contributions` (`year`);--> statement-breakpoint
CREATE TABLE `return_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`cost_category` text NOT NULL,
	`nature` text NOT NULL,
	`line_number` text NOT NULL,
	FOREIGN KEY (`cost_category`) REFERENCES `cost_categories`(`key`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `return_lines_place` ON `return_lines` (`cost_category`,`nature`);--> statement-breakpoint
CREATE TABLE `virements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`from_fund_key` text NOT NULL,
	`from_cost_category` text,
	`from_nature` text,
	`to_fund_key` text NOT NULL,
	`to_cost_category` text,
	`to_nature` text,
	`pence` integer NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_on` text NOT NULL,
	`agreed_by` text,
	`agreed_on` text,
	FOREIGN KEY (`from_fund_key`) REFERENCES `funds`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_cost_category`) REFERENCES `cost_categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_fund_key`) REFERENCES `funds`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_cost_category`) REFERENCES `cost_categories`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "virements_asked_on_day" CHECK("asked_on" IS date("asked_on")),
	CONSTRAINT "virements_agreed_on_day" CHECK("agreed_on" IS date("agreed_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `virements_year` ON `virements` (`year`);--> statement-breakpoint
DROP INDEX `budgets_year_fund`;--> statement-breakpoint
ALTER TABLE `budgets` ADD `cost_category` text REFERENCES cost_categories(key);--> statement-breakpoint
ALTER TABLE `budgets` ADD `nature` text;--> statement-breakpoint
CREATE UNIQUE INDEX `budgets_year_fund_code` ON `budgets` (`year`,`fund_key`,`cost_category`,`nature`) WHERE "cost_category" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `budgets_year_fund` ON `budgets` (`year`,`fund_key`) WHERE "cost_category" IS NULL;--> statement-breakpoint
ALTER TABLE `recurring_costs` ADD `fund_key` text REFERENCES funds(key);--> statement-breakpoint
CREATE TABLE `__new_funds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`kind` text,
	`name` text,
	`pays_for` text,
	`excludes` text,
	`condition` text,
	`ends_on` text,
	`stops_at_allocation` integer,
	`left_over` text,
	`left_over_note` text,
	`shown_to` text,
	`usual` integer,
	CONSTRAINT "funds_ends_on_day" CHECK("ends_on" IS date("ends_on")),
	CONSTRAINT "funds_stops_at_allocation_flag" CHECK("stops_at_allocation" IN (0, 1)),
	CONSTRAINT "funds_usual_flag" CHECK("usual" IN (0, 1))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_funds`("id", "key") SELECT "id", "key" FROM `funds`;--> statement-breakpoint
DROP TABLE `funds`;--> statement-breakpoint
ALTER TABLE `__new_funds` RENAME TO `funds`;--> statement-breakpoint
CREATE UNIQUE INDEX `funds_key_unique` ON `funds` (`key`);--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `book_life_months` integer;--> statement-breakpoint
ALTER TABLE `refresh_policies` ADD `residual_bp` integer;--> statement-breakpoint
CREATE TABLE `__new_school` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`year_start_month` integer NOT NULL,
	`horizon_years` integer NOT NULL,
	`pupils` integer,
	`staff` integer,
	`access_target` integer,
	`backlog_years` integer,
	`vat_bp` integer,
	`price_age_months` integer,
	`code_scheme` text,
	`vat_recoverable` integer,
	`converts_on` text,
	`converts_to` text,
	`converts_start_month` integer,
	`depreciation` text,
	`book_life_months` integer,
	`energy_rate` integer,
	`support_hour_pence` integer,
	`self_support_hour_pence` integer,
	CONSTRAINT "school_one_row" CHECK("id" = 1),
	CONSTRAINT "school_vat_recoverable_flag" CHECK("vat_recoverable" IN (0, 1)),
	CONSTRAINT "school_converts_on_day" CHECK("converts_on" IS date("converts_on"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_school`("id", "name", "type", "year_start_month", "horizon_years", "pupils", "staff", "access_target", "backlog_years", "vat_bp", "price_age_months") SELECT "id", "name", "type", "year_start_month", "horizon_years", "pupils", "staff", "access_target", "backlog_years", "vat_bp", "price_age_months" FROM `school`;--> statement-breakpoint
DROP TABLE `school`;--> statement-breakpoint
ALTER TABLE `__new_school` RENAME TO `school`;