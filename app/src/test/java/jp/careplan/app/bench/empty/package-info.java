/** What the exchange is measured against: the same server, doing nothing. */
@NullMarked
package jp.careplan.app.bench.empty;

import org.jspecify.annotations.NullMarked;
