// The programs of this lab, by name.

import * as buffer_broken from "./buffer_broken.js";
import * as buffer_fixed from "./buffer_fixed.js";
import * as lost_broken from "./lost_broken.js";
import * as lost_fixed from "./lost_fixed.js";

export const programs = { lost_broken, lost_fixed, buffer_broken, buffer_fixed };
