ALTER TABLE "resource_texts" DROP CONSTRAINT "resource_texts_resource_id_resources_id_fk";
--> statement-breakpoint
ALTER TABLE "resource_texts" DROP COLUMN "resource_id";--> statement-breakpoint
ALTER TABLE "resource_texts" ADD COLUMN "file" text PRIMARY KEY NOT NULL;--> statement-breakpoint
ALTER TABLE "resource_texts" ADD COLUMN "sha256" text NOT NULL;
