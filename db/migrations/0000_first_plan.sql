CREATE TABLE `change_row` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`change_set_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` integer NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`change_set_id`) REFERENCES `change_set`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `change_row_set` ON `change_row` (`change_set_id`);--> statement-breakpoint
CREATE INDEX `change_row_row` ON `change_row` (`table_name`,`row_id`);--> statement-breakpoint
CREATE TABLE `change_set` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`role` text NOT NULL,
	`label` text NOT NULL,
	`reason` text,
	`kind` text NOT NULL,
	`undoes` integer,
	FOREIGN KEY (`undoes`) REFERENCES `change_set`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `change_set_undoes` ON `change_set` (`undoes`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`sheet` text,
	`rows_read` integer NOT NULL,
	`rows_new` integer NOT NULL,
	`rows_changed` integer NOT NULL,
	`rows_unchanged` integer NOT NULL,
	`rows_refused` integer NOT NULL,
	`decisions` text NOT NULL,
	`left_out` text NOT NULL,
	`refused` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_sha256` ON `imports` (`sha256`);--> statement-breakpoint
CREATE TABLE `asset_statuses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `asset_statuses_key_unique` ON `asset_statuses` (`key`);--> statement-breakpoint
CREATE TABLE `categories` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`singular` text NOT NULL,
	`plural` text NOT NULL,
	`cost_category` text NOT NULL,
	`chart_group` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`cost_category`) REFERENCES `cost_categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chart_group`) REFERENCES `chart_groups`(`key`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_key_unique` ON `categories` (`key`);--> statement-breakpoint
CREATE TABLE `chart_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `chart_groups_key_unique` ON `chart_groups` (`key`);--> statement-breakpoint
CREATE TABLE `cost_categories` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cost_categories_key_unique` ON `cost_categories` (`key`);--> statement-breakpoint
CREATE TABLE `funds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `funds_key_unique` ON `funds` (`key`);--> statement-breakpoint
CREATE TABLE `user_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_groups_key_unique` ON `user_groups` (`key`);--> statement-breakpoint
CREATE TABLE `budgets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`fund_key` text NOT NULL,
	`pence` integer NOT NULL,
	FOREIGN KEY (`fund_key`) REFERENCES `funds`(`key`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `budgets_year_fund` ON `budgets` (`year`,`fund_key`);--> statement-breakpoint
CREATE TABLE `inflation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`default_bp` integer NOT NULL,
	`shipped` integer NOT NULL,
	CONSTRAINT "inflation_one_row" CHECK("id" = 1),
	CONSTRAINT "inflation_shipped_flag" CHECK("shipped" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `inflation_series` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`category_key` text NOT NULL,
	`bp` integer,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inflation_series_category_key_unique` ON `inflation_series` (`category_key`);--> statement-breakpoint
CREATE TABLE `inflation_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`series_id` integer NOT NULL,
	`year` integer NOT NULL,
	`bp` integer NOT NULL,
	FOREIGN KEY (`series_id`) REFERENCES `inflation_series`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inflation_steps_year` ON `inflation_steps` (`series_id`,`year`);--> statement-breakpoint
CREATE TABLE `recurring_costs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`category_key` text NOT NULL,
	`cost_category` text NOT NULL,
	`yearly_pence` integer NOT NULL,
	`price_date` text,
	`starts_on` text,
	`ends_on` text,
	`rise_bp` integer,
	`supplier_id` integer,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cost_category`) REFERENCES `cost_categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `suppliers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recurring_costs_price_date_day" CHECK("price_date" IS date("price_date")),
	CONSTRAINT "recurring_costs_starts_on_day" CHECK("starts_on" IS date("starts_on")),
	CONSTRAINT "recurring_costs_ends_on_day" CHECK("ends_on" IS date("ends_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `recurring_costs_supplier` ON `recurring_costs` (`supplier_id`);--> statement-breakpoint
CREATE TABLE `refresh_policies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`category_key` text NOT NULL,
	`user_group` text,
	`model_id` integer,
	`asset_id` integer,
	`life_months` integer NOT NULL,
	`binding` text NOT NULL,
	`tolerance_months` integer NOT NULL,
	`unit_pence` integer,
	`price_date` text,
	`upgrade_at_months` integer,
	`upgrade_unit_pence` integer,
	`upgrade_price_date` text,
	`upgrade_what` text,
	`loss_bp` integer NOT NULL,
	`from_year` integer,
	`life_months_before` integer,
	`shipped` integer NOT NULL,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_group`) REFERENCES `user_groups`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `asset_models`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "refresh_policies_shipped_flag" CHECK("shipped" IN (0, 1)),
	CONSTRAINT "refresh_policies_price_date_day" CHECK("price_date" IS date("price_date")),
	CONSTRAINT "refresh_policies_upgrade_price_date_day" CHECK("upgrade_price_date" IS date("upgrade_price_date")),
	CONSTRAINT "refresh_policies_upgrade" CHECK(("upgrade_at_months" IS NULL) = ("upgrade_what" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `refresh_policies_category` ON `refresh_policies` (`category_key`) WHERE "user_group" IS NULL AND "model_id" IS NULL AND "asset_id" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `refresh_policies_user_group` ON `refresh_policies` (`category_key`,`user_group`) WHERE "user_group" IS NOT NULL AND "model_id" IS NULL AND "asset_id" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `refresh_policies_model` ON `refresh_policies` (`model_id`) WHERE "model_id" IS NOT NULL AND "asset_id" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `refresh_policies_asset` ON `refresh_policies` (`asset_id`) WHERE "asset_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `plan` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uuid` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by_version` text NOT NULL,
	`made_up` integer NOT NULL,
	CONSTRAINT "plan_one_row" CHECK("id" = 1),
	CONSTRAINT "plan_made_up_flag" CHECK("made_up" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `schema_migration` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`applied_at` text NOT NULL,
	`app_version` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `schema_migration_name_unique` ON `schema_migration` (`name`);--> statement-breakpoint
CREATE TABLE `school` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`year_start_month` integer NOT NULL,
	`horizon_years` integer NOT NULL,
	`pupils` integer,
	CONSTRAINT "school_one_row" CHECK("id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `reference_facts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`file` text NOT NULL,
	`key` text NOT NULL,
	`fact` text NOT NULL,
	`source` text NOT NULL,
	`licence` text NOT NULL,
	`as_of` text NOT NULL,
	CONSTRAINT "reference_facts_as_of_day" CHECK("as_of" IS date("as_of"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reference_facts_key` ON `reference_facts` (`file`,`key`);--> statement-breakpoint
CREATE TABLE `support_releases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`product` text NOT NULL,
	`cycle` text NOT NULL,
	`label` text NOT NULL,
	`released_on` text,
	`active_end` text,
	`security_end` text,
	`extended_end` text,
	`source` text NOT NULL,
	`as_of` text NOT NULL,
	`shipped` integer NOT NULL,
	CONSTRAINT "support_releases_shipped_flag" CHECK("shipped" IN (0, 1)),
	CONSTRAINT "support_releases_released_on_day" CHECK("released_on" IS date("released_on")),
	CONSTRAINT "support_releases_active_end_day" CHECK("active_end" IS date("active_end")),
	CONSTRAINT "support_releases_security_end_day" CHECK("security_end" IS date("security_end")),
	CONSTRAINT "support_releases_extended_end_day" CHECK("extended_end" IS date("extended_end")),
	CONSTRAINT "support_releases_as_of_day" CHECK("as_of" IS date("as_of"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `support_releases_cycle` ON `support_releases` (`product`,`cycle`);--> statement-breakpoint
CREATE TABLE `asset_models` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`category_key` text NOT NULL,
	`make` text,
	`name` text NOT NULL,
	`unit_pence` integer,
	`price_date` text,
	`vendor_support_end` text,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "asset_models_price_date_day" CHECK("price_date" IS date("price_date")),
	CONSTRAINT "asset_models_vendor_support_end_day" CHECK("vendor_support_end" IS date("vendor_support_end"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `asset_models_name` ON `asset_models` (lower("name"),`category_key`) WHERE "make" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `asset_models_make_name` ON `asset_models` (lower("name"),`category_key`,lower("make")) WHERE "make" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `assets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tag` text,
	`serial` text,
	`description` text NOT NULL,
	`category_key` text NOT NULL,
	`user_group` text,
	`model_id` integer,
	`department_id` integer,
	`location_id` integer,
	`supplier_id` integer,
	`quantity` integer NOT NULL,
	`status` text NOT NULL,
	`purchase_date` text,
	`purchase_date_assumed` integer NOT NULL,
	`in_service_date` text,
	`unit_paid_pence` integer,
	`unit_vat_pence` integer,
	`order_number` text,
	`fund_key` text,
	`vendor_support_end` text,
	`os_end` text,
	`os_can_move` integer NOT NULL,
	`lease_end` text,
	`override_pence` integer,
	`override_price_date` text,
	`moved_to` text,
	`moved_reason` text,
	`upgrade_done_on` text,
	`succeeds_asset_id` integer,
	`created_by_import` integer,
	`notes` text,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_group`) REFERENCES `user_groups`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `asset_models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `suppliers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`status`) REFERENCES `asset_statuses`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fund_key`) REFERENCES `funds`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`succeeds_asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`created_by_import`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assets_purchase_date_assumed_flag" CHECK("purchase_date_assumed" IN (0, 1)),
	CONSTRAINT "assets_os_can_move_flag" CHECK("os_can_move" IN (0, 1)),
	CONSTRAINT "assets_purchase_date_day" CHECK("purchase_date" IS date("purchase_date")),
	CONSTRAINT "assets_in_service_date_day" CHECK("in_service_date" IS date("in_service_date")),
	CONSTRAINT "assets_vendor_support_end_day" CHECK("vendor_support_end" IS date("vendor_support_end")),
	CONSTRAINT "assets_os_end_day" CHECK("os_end" IS date("os_end")),
	CONSTRAINT "assets_lease_end_day" CHECK("lease_end" IS date("lease_end")),
	CONSTRAINT "assets_override_price_date_day" CHECK("override_price_date" IS date("override_price_date")),
	CONSTRAINT "assets_moved_to_day" CHECK("moved_to" IS date("moved_to")),
	CONSTRAINT "assets_upgrade_done_on_day" CHECK("upgrade_done_on" IS date("upgrade_done_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `assets_model` ON `assets` (`model_id`);--> statement-breakpoint
CREATE INDEX `assets_department` ON `assets` (`department_id`);--> statement-breakpoint
CREATE INDEX `assets_location` ON `assets` (`location_id`);--> statement-breakpoint
CREATE INDEX `assets_supplier` ON `assets` (`supplier_id`);--> statement-breakpoint
CREATE INDEX `assets_succeeds` ON `assets` (`succeeds_asset_id`);--> statement-breakpoint
CREATE INDEX `assets_created_by_import` ON `assets` (`created_by_import`);--> statement-breakpoint
CREATE TABLE `departments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `departments_name` ON `departments` (lower("name"));--> statement-breakpoint
CREATE TABLE `locations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`parent_id` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `locations_top_name` ON `locations` (lower("name")) WHERE "parent_id" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `locations_name_within` ON `locations` (`parent_id`,lower("name")) WHERE "parent_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `suppliers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `suppliers_name` ON `suppliers` (lower("name"));--> statement-breakpoint
CREATE TABLE `warranties` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`asset_id` integer NOT NULL,
	`starts_on` text,
	`ends_on` text NOT NULL,
	`supplier_id` integer,
	`reference` text,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`supplier_id`) REFERENCES `suppliers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "warranties_starts_on_day" CHECK("starts_on" IS date("starts_on")),
	CONSTRAINT "warranties_ends_on_day" CHECK("ends_on" IS date("ends_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `warranties_asset` ON `warranties` (`asset_id`,`ends_on`);--> statement-breakpoint
CREATE INDEX `warranties_supplier` ON `warranties` (`supplier_id`);