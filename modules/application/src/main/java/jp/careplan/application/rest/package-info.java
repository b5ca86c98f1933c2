/** Sign-in over the API: wire format only. */
@NullMarked
package jp.careplan.application.rest;

import org.jspecify.annotations.NullMarked;
