/** How drizzle-kit writes migrations from the tables: `npm run migrations`. */
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema.ts",
  out: "./migrations",
  casing: "snake_case",
});
