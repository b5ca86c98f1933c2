/** Wiring only: configuration, listeners, problem mapper, clock, migrations, demo data. */
@NullMarked
package jp.careplan.app;

import org.jspecify.annotations.NullMarked;
