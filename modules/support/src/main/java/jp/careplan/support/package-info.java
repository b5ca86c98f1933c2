/** People get answers: news, guides, questions, inquiries (ヘルプデスク). Not furnished yet. */
@NullMarked
package jp.careplan.support;

import org.jspecify.annotations.NullMarked;
