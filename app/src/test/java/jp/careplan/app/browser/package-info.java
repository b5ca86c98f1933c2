/** The pages as a person meets them: a real browser before the whole house. */
@NullMarked
package jp.careplan.app.browser;

import org.jspecify.annotations.NullMarked;
