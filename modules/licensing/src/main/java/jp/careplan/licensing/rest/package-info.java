/** The office's licence over the API. */
@NullMarked
package jp.careplan.licensing.rest;

import org.jspecify.annotations.NullMarked;
