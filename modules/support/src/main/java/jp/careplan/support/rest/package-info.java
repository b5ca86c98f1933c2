/** What programs ask the portal. */
@NullMarked
package jp.careplan.support.rest;

import org.jspecify.annotations.NullMarked;
