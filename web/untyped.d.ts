/** Modules that the build understands and the type checker does not. */
declare module "*.css";
