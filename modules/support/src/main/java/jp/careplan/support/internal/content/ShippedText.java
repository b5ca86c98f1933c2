package jp.careplan.support.internal.content;

/**
 * A text as it is shipped.
 *
 * @param kind faq, guide, term, news or page
 * @param name unique within its kind; part of its address
 * @param topic the letter of an FAQ's category, the reading of a term, the mark of a news item
 * @param keywords how people say it
 * @param body Markdown
 * @param publishedOn of a news item, else empty
 */
public record ShippedText(
    String kind,
    String name,
    String topic,
    String title,
    String keywords,
    String summary,
    String body,
    int position,
    String publishedOn) {}
