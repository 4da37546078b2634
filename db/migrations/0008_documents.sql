CREATE TABLE `document_sections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`section` text NOT NULL,
	`included` integer NOT NULL,
	`words` text,
	CONSTRAINT "document_sections_included_flag" CHECK("included" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `document_sections_one` ON `document_sections` (`kind`,`section`);--> statement-breakpoint
CREATE TABLE `document_settings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`reader` text NOT NULL,
	`held_for` text,
	`held_on` text,
	CONSTRAINT "document_settings_held_on_day" CHECK("held_on" IS date("held_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `document_settings_kind_unique` ON `document_settings` (`kind`);--> statement-breakpoint
CREATE TABLE `letterheads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`file_name` text NOT NULL,
	`added_on` text NOT NULL,
	`base64` text NOT NULL,
	CONSTRAINT "letterheads_added_on_day" CHECK("added_on" IS date("added_on"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `school_holidays` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	CONSTRAINT "school_holidays_first_day_day" CHECK("first_day" IS date("first_day")),
	CONSTRAINT "school_holidays_last_day_day" CHECK("last_day" IS date("last_day"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `school_holidays_first_day` ON `school_holidays` (`first_day`);--> statement-breakpoint
CREATE TABLE `sent_documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`scenario_name` text NOT NULL,
	`plan_version` integer NOT NULL,
	`as_of` text NOT NULL,
	`sent_on` text NOT NULL,
	`sent_by` text NOT NULL,
	`sent_to` text NOT NULL,
	`engine_version` text NOT NULL,
	`frozen` text NOT NULL,
	CONSTRAINT "sent_documents_as_of_day" CHECK("as_of" IS date("as_of")),
	CONSTRAINT "sent_documents_sent_on_day" CHECK("sent_on" IS date("sent_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sent_documents_number` ON `sent_documents` (`kind`,`number`);--> statement-breakpoint
CREATE INDEX `sent_documents_on` ON `sent_documents` (`sent_on`);