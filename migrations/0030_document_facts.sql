ALTER TABLE "resource_texts" ADD COLUMN "page_count" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "resource_texts" ADD COLUMN "has_words" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "resources" DROP COLUMN "file_size";--> statement-breakpoint
ALTER TABLE "resources" DROP COLUMN "sha256";--> statement-breakpoint
ALTER TABLE "resources" DROP COLUMN "pages";