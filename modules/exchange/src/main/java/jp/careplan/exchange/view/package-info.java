/** The office's pages: each view holds a form, calls a door and picks the message. */
@NullMarked
package jp.careplan.exchange.view;

import org.jspecify.annotations.NullMarked;
