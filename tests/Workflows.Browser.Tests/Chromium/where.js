// Says where the Chromium of npm is, once it is unpacked.
import chromium from "@sparticuz/chromium";

console.log(await chromium.executablePath());
