/**
 * Readies a checkout for any command: packages installed, pages built, each only when its sources changed.
 * Runs on the host's Node before anything is installed, so bin/ holds plain JavaScript and needs no package.
 */

const OLDEST_NODE = 20;

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
  console.error(
    `This needs Node ${OLDEST_NODE} or later to install itself, and this is Node ${process.versions.node}: see https://nodejs.org/en/download.`,
  );
  process.exit(1);
}

// Imported late: an older Node would stop at syntax it does not know before it could say the sentence above.
import("./steps.mjs")
  .then(({ prepare }) => prepare())
  .catch((error) => {
    console.error(error.name === "Failure" ? error.message : error);
    process.exitCode = 1;
  });
