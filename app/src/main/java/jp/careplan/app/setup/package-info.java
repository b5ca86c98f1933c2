/** Before the server starts: settings, keys, listeners. */
@NullMarked
package jp.careplan.app.setup;

import org.jspecify.annotations.NullMarked;
