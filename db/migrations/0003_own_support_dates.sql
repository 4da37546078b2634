DROP INDEX `support_releases_cycle`;--> statement-breakpoint
CREATE UNIQUE INDEX `support_releases_cycle` ON `support_releases` (`product`,`cycle`,`shipped`);