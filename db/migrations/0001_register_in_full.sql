CREATE TABLE `contract_assets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`asset_id` integer NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `recurring_costs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_assets_pair` ON `contract_assets` (`asset_id`,`agreement_id`);--> statement-breakpoint
CREATE INDEX `contract_assets_agreement` ON `contract_assets` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `contract_details` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`contract_kind` text NOT NULL,
	`covers_hardware` integer NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `recurring_costs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contract_kind`) REFERENCES `contract_kinds`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_details_covers_hardware_flag" CHECK("covers_hardware" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_details_agreement_id_unique` ON `contract_details` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `expiry_decided` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`asset_id` integer,
	`agreement_id` integer,
	`ends_on` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`subject`) REFERENCES `expiry_subjects`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agreement_id`) REFERENCES `recurring_costs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decision`) REFERENCES `expiry_decisions`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "expiry_decided_ends_on_day" CHECK("ends_on" IS date("ends_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `expiry_decided_asset` ON `expiry_decided` (`asset_id`,`subject`,`ends_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `expiry_decided_agreement` ON `expiry_decided` (`agreement_id`,`subject`,`ends_on`);--> statement-breakpoint
CREATE TABLE `software_departments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `recurring_costs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `software_departments_pair` ON `software_departments` (`department_id`,`agreement_id`);--> statement-breakpoint
CREATE INDEX `software_departments_agreement` ON `software_departments` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `software_details` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`publisher` text,
	`version` text,
	`support_release_id` integer,
	`support_end` text,
	`needs_system` text,
	`needs_memory_gb` integer,
	`needs_processor` text,
	`needs_storage_gb` integer,
	`network_installable` integer,
	FOREIGN KEY (`agreement_id`) REFERENCES `recurring_costs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`support_release_id`) REFERENCES `support_releases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "software_details_network_installable_flag" CHECK("network_installable" IN (0, 1)),
	CONSTRAINT "software_details_support_end_day" CHECK("support_end" IS date("support_end"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `software_details_agreement_id_unique` ON `software_details` (`agreement_id`);--> statement-breakpoint
CREATE INDEX `software_details_release` ON `software_details` (`support_release_id`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`signature` text NOT NULL,
	`mapping` text NOT NULL,
	`used_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `import_mappings_signature_unique` ON `import_mappings` (`signature`);--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`category_key` text NOT NULL,
	`user_group` text,
	`asset_id` integer,
	`item` text,
	`quantity` integer NOT NULL,
	`pence` integer,
	`notes` text,
	FOREIGN KEY (`kind`) REFERENCES `ledger_kinds`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_group`) REFERENCES `user_groups`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "ledger_entries_happened_on_day" CHECK("happened_on" IS date("happened_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_entries_asset` ON `ledger_entries` (`asset_id`);--> statement-breakpoint
CREATE TABLE `agreement_kinds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `agreement_kinds_key_unique` ON `agreement_kinds` (`key`);--> statement-breakpoint
CREATE TABLE `contract_kinds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_kinds_key_unique` ON `contract_kinds` (`key`);--> statement-breakpoint
CREATE TABLE `cost_drivers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cost_drivers_key_unique` ON `cost_drivers` (`key`);--> statement-breakpoint
CREATE TABLE `disposal_routes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `disposal_routes_key_unique` ON `disposal_routes` (`key`);--> statement-breakpoint
CREATE TABLE `expiry_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `expiry_decisions_key_unique` ON `expiry_decisions` (`key`);--> statement-breakpoint
CREATE TABLE `expiry_subjects` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `expiry_subjects_key_unique` ON `expiry_subjects` (`key`);--> statement-breakpoint
CREATE TABLE `ledger_kinds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_kinds_key_unique` ON `ledger_kinds` (`key`);--> statement-breakpoint
CREATE TABLE `location_kinds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `location_kinds_key_unique` ON `location_kinds` (`key`);--> statement-breakpoint
CREATE TABLE `pay_periods` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pay_periods_key_unique` ON `pay_periods` (`key`);--> statement-breakpoint
CREATE TABLE `warranty_kinds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `warranty_kinds_key_unique` ON `warranty_kinds` (`key`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`order_id` integer NOT NULL,
	`description` text NOT NULL,
	`category_key` text NOT NULL,
	`model_id` integer,
	`quantity` integer NOT NULL,
	`planned_unit_pence` integer,
	`unit_pence` integer,
	`code` text,
	FOREIGN KEY (`order_id`) REFERENCES `purchase_orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `asset_models`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `order_lines_order` ON `order_lines` (`order_id`);--> statement-breakpoint
CREATE INDEX `order_lines_model` ON `order_lines` (`model_id`);--> statement-breakpoint
CREATE TABLE `purchase_orders` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`supplier_id` integer,
	`ordered_on` text NOT NULL,
	`expected_on` text,
	`fund_key` text,
	`notes` text,
	FOREIGN KEY (`supplier_id`) REFERENCES `suppliers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fund_key`) REFERENCES `funds`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "purchase_orders_ordered_on_day" CHECK("ordered_on" IS date("ordered_on")),
	CONSTRAINT "purchase_orders_expected_on_day" CHECK("expected_on" IS date("expected_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `purchase_orders_supplier` ON `purchase_orders` (`supplier_id`);--> statement-breakpoint
CREATE TABLE `year_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`pupils` integer,
	`access_target` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `year_groups_name` ON `year_groups` (lower("name"));--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`area` text NOT NULL,
	`name` text NOT NULL,
	`starred` integer NOT NULL,
	`is_default` integer NOT NULL,
	`view` text NOT NULL,
	CONSTRAINT "saved_views_starred_flag" CHECK("starred" IN (0, 1)),
	CONSTRAINT "saved_views_is_default_flag" CHECK("is_default" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`area`,lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_default` ON `saved_views` (`area`) WHERE "is_default" = 1;--> statement-breakpoint
CREATE TABLE `__new_recurring_costs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text DEFAULT 'running' NOT NULL,
	`name` text NOT NULL,
	`category_key` text NOT NULL,
	`cost_category` text NOT NULL,
	`amount_pence` integer,
	`period` text DEFAULT 'yearly' NOT NULL,
	`period_years` integer,
	`driver` text DEFAULT 'site' NOT NULL,
	`units` integer,
	`price_date` text,
	`starts_on` text,
	`ends_on` text,
	`notice_days` integer,
	`auto_renews` integer DEFAULT false NOT NULL,
	`rise_bp` integer,
	`supplier_id` integer,
	`reference` text,
	`notes` text,
	FOREIGN KEY (`kind`) REFERENCES `agreement_kinds`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_key`) REFERENCES `categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cost_category`) REFERENCES `cost_categories`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period`) REFERENCES `pay_periods`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`driver`) REFERENCES `cost_drivers`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `suppliers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recurring_costs_auto_renews_flag" CHECK("auto_renews" IN (0, 1)),
	CONSTRAINT "recurring_costs_price_date_day" CHECK("price_date" IS date("price_date")),
	CONSTRAINT "recurring_costs_starts_on_day" CHECK("starts_on" IS date("starts_on")),
	CONSTRAINT "recurring_costs_ends_on_day" CHECK("ends_on" IS date("ends_on"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_recurring_costs`("id", "name", "category_key", "cost_category", "amount_pence", "price_date", "starts_on", "ends_on", "rise_bp", "supplier_id") SELECT "id", "name", "category_key", "cost_category", "yearly_pence", "price_date", "starts_on", "ends_on", "rise_bp", "supplier_id" FROM `recurring_costs`;--> statement-breakpoint
DROP TABLE `recurring_costs`;--> statement-breakpoint
ALTER TABLE `__new_recurring_costs` RENAME TO `recurring_costs`;--> statement-breakpoint
CREATE INDEX `recurring_costs_supplier` ON `recurring_costs` (`supplier_id`);--> statement-breakpoint
ALTER TABLE `school` ADD `staff` integer;--> statement-breakpoint
ALTER TABLE `school` ADD `access_target` integer;--> statement-breakpoint
CREATE TABLE `__new_support_releases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`product` text NOT NULL,
	`cycle` text NOT NULL,
	`label` text NOT NULL,
	`released_on` text,
	`active_end` text,
	`security_end` text,
	`extended_end` text,
	`extended_year_pence` integer,
	`extended_price_date` text,
	`source` text NOT NULL,
	`as_of` text NOT NULL,
	`shipped` integer NOT NULL,
	CONSTRAINT "support_releases_shipped_flag" CHECK("shipped" IN (0, 1)),
	CONSTRAINT "support_releases_released_on_day" CHECK("released_on" IS date("released_on")),
	CONSTRAINT "support_releases_active_end_day" CHECK("active_end" IS date("active_end")),
	CONSTRAINT "support_releases_security_end_day" CHECK("security_end" IS date("security_end")),
	CONSTRAINT "support_releases_extended_end_day" CHECK("extended_end" IS date("extended_end")),
	CONSTRAINT "support_releases_extended_price_date_day" CHECK("extended_price_date" IS date("extended_price_date")),
	CONSTRAINT "support_releases_as_of_day" CHECK("as_of" IS date("as_of"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_support_releases`("id", "product", "cycle", "label", "released_on", "active_end", "security_end", "extended_end", "source", "as_of", "shipped") SELECT "id", "product", "cycle", "label", "released_on", "active_end", "security_end", "extended_end", "source", "as_of", "shipped" FROM `support_releases`;--> statement-breakpoint
DROP TABLE `support_releases`;--> statement-breakpoint
ALTER TABLE `__new_support_releases` RENAME TO `support_releases`;--> statement-breakpoint
CREATE UNIQUE INDEX `support_releases_cycle` ON `support_releases` (`product`,`cycle`);--> statement-breakpoint
ALTER TABLE `asset_models` ADD `watts` integer;--> statement-breakpoint
ALTER TABLE `asset_models` ADD `memory_gb` integer;--> statement-breakpoint
ALTER TABLE `asset_models` ADD `processor` text;--> statement-breakpoint
ALTER TABLE `asset_models` ADD `storage_gb` integer;--> statement-breakpoint
CREATE TABLE `__new_assets` (
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
	`purchase_date_basis` text,
	`in_service_date` text,
	`unit_paid_pence` integer,
	`unit_vat_pence` integer,
	`order_number` text,
	`fund_key` text,
	`vendor_support_end` text,
	`os_release_id` integer,
	`os_name` text,
	`os_end` text,
	`os_can_move` integer NOT NULL,
	`lease_end` text,
	`override_pence` integer,
	`override_price_date` text,
	`moved_to` text,
	`moved_reason` text,
	`upgrade_done_on` text,
	`succeeds_asset_id` integer,
	`year_group_id` integer,
	`order_line_id` integer,
	`passed_down_on` text,
	`disposed_on` text,
	`disposal_route` text,
	`disposal_certificate` text,
	`data_wiped_on` text,
	`disposal_pence` integer,
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
	FOREIGN KEY (`os_release_id`) REFERENCES `support_releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`succeeds_asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`year_group_id`) REFERENCES `year_groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disposal_route`) REFERENCES `disposal_routes`(`key`) ON UPDATE no action ON DELETE no action,
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
	CONSTRAINT "assets_upgrade_done_on_day" CHECK("upgrade_done_on" IS date("upgrade_done_on")),
	CONSTRAINT "assets_passed_down_on_day" CHECK("passed_down_on" IS date("passed_down_on")),
	CONSTRAINT "assets_disposed_on_day" CHECK("disposed_on" IS date("disposed_on")),
	CONSTRAINT "assets_data_wiped_on_day" CHECK("data_wiped_on" IS date("data_wiped_on"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_assets`("id", "tag", "serial", "description", "category_key", "user_group", "model_id", "department_id", "location_id", "supplier_id", "quantity", "status", "purchase_date", "purchase_date_assumed", "in_service_date", "unit_paid_pence", "unit_vat_pence", "order_number", "fund_key", "vendor_support_end", "os_end", "os_can_move", "lease_end", "override_pence", "override_price_date", "moved_to", "moved_reason", "upgrade_done_on", "succeeds_asset_id", "created_by_import", "notes") SELECT "id", "tag", "serial", "description", "category_key", "user_group", "model_id", "department_id", "location_id", "supplier_id", "quantity", "status", "purchase_date", "purchase_date_assumed", "in_service_date", "unit_paid_pence", "unit_vat_pence", "order_number", "fund_key", "vendor_support_end", "os_end", "os_can_move", "lease_end", "override_pence", "override_price_date", "moved_to", "moved_reason", "upgrade_done_on", "succeeds_asset_id", "created_by_import", "notes" FROM `assets`;--> statement-breakpoint
DROP TABLE `assets`;--> statement-breakpoint
ALTER TABLE `__new_assets` RENAME TO `assets`;--> statement-breakpoint
CREATE INDEX `assets_model` ON `assets` (`model_id`);--> statement-breakpoint
CREATE INDEX `assets_department` ON `assets` (`department_id`);--> statement-breakpoint
CREATE INDEX `assets_location` ON `assets` (`location_id`);--> statement-breakpoint
CREATE INDEX `assets_supplier` ON `assets` (`supplier_id`);--> statement-breakpoint
CREATE INDEX `assets_succeeds` ON `assets` (`succeeds_asset_id`);--> statement-breakpoint
CREATE INDEX `assets_created_by_import` ON `assets` (`created_by_import`);--> statement-breakpoint
CREATE INDEX `assets_os_release` ON `assets` (`os_release_id`);--> statement-breakpoint
CREATE INDEX `assets_year_group` ON `assets` (`year_group_id`);--> statement-breakpoint
CREATE INDEX `assets_order_line` ON `assets` (`order_line_id`);--> statement-breakpoint
ALTER TABLE `departments` ADD `pupils` integer;--> statement-breakpoint
ALTER TABLE `departments` ADD `access_target` integer;--> statement-breakpoint
ALTER TABLE `locations` ADD `kind` text DEFAULT 'room' NOT NULL REFERENCES location_kinds(key);--> statement-breakpoint
ALTER TABLE `locations` ADD `pupils` integer;--> statement-breakpoint
ALTER TABLE `locations` ADD `access_target` integer;--> statement-breakpoint
ALTER TABLE `warranties` ADD `kind` text DEFAULT 'standard' NOT NULL REFERENCES warranty_kinds(key);--> statement-breakpoint
ALTER TABLE `warranties` ADD `cost_pence` integer;--> statement-breakpoint
-- Older plans get the lists that a new plan is seeded with.
INSERT INTO `disposal_routes` (`key`) VALUES ('reuse'), ('resale'), ('donation'), ('return_to_lessor'), ('weee_recycle'), ('parts'), ('destroyed');--> statement-breakpoint
INSERT INTO `location_kinds` (`key`) VALUES ('site'), ('building'), ('room');--> statement-breakpoint
INSERT INTO `agreement_kinds` (`key`) VALUES ('running'), ('contract'), ('software');--> statement-breakpoint
INSERT INTO `pay_periods` (`key`) VALUES ('monthly'), ('termly'), ('yearly'), ('every_n_years'), ('once');--> statement-breakpoint
INSERT INTO `cost_drivers` (`key`) VALUES ('site'), ('per_seat'), ('per_pupil'), ('per_staff');--> statement-breakpoint
INSERT INTO `contract_kinds` (`key`) VALUES ('hardware_cover'), ('support'), ('service'), ('connectivity'), ('lease'), ('other');--> statement-breakpoint
INSERT INTO `warranty_kinds` (`key`) VALUES ('standard'), ('extension');--> statement-breakpoint
INSERT INTO `ledger_kinds` (`key`) VALUES ('bought'), ('used'), ('lost'), ('broken'), ('repaired');--> statement-breakpoint
INSERT INTO `expiry_subjects` (`key`) VALUES ('cover'), ('support'), ('agreement');--> statement-breakpoint
INSERT INTO `expiry_decisions` (`key`) VALUES ('accept'), ('extend'), ('replace'), ('retire'), ('cancel'), ('renew');--> statement-breakpoint
-- The history follows the format, so that what was done before can still be undone: undo compares a row with
-- what the history says of it, and a new column with a default is not empty.
UPDATE `change_row` SET `before` = json_remove(json_set(`before`, '$.amount_pence', `before` -> '$.yearly_pence'), '$.yearly_pence')
	WHERE `table_name` = 'recurring_costs' AND json_type(`before`, '$.yearly_pence') IS NOT NULL;--> statement-breakpoint
UPDATE `change_row` SET `after` = json_remove(json_set(`after`, '$.amount_pence', `after` -> '$.yearly_pence'), '$.yearly_pence')
	WHERE `table_name` = 'recurring_costs' AND json_type(`after`, '$.yearly_pence') IS NOT NULL;--> statement-breakpoint
UPDATE `change_row` SET `after` = json_set(`after`, '$.kind', 'running', '$.period', 'yearly', '$.driver', 'site', '$.auto_renews', 0)
	WHERE `table_name` = 'recurring_costs' AND `before` IS NULL;--> statement-breakpoint
UPDATE `change_row` SET `after` = json_set(`after`, '$.kind', 'room') WHERE `table_name` = 'locations' AND `before` IS NULL;--> statement-breakpoint
UPDATE `change_row` SET `after` = json_set(`after`, '$.kind', 'standard') WHERE `table_name` = 'warranties' AND `before` IS NULL;
