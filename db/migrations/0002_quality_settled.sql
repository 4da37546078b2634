CREATE TABLE `quality_settled` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`finding` text NOT NULL,
	`key` text NOT NULL,
	`reason` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `quality_settled_key` ON `quality_settled` (`finding`,`key`);