package jp.careplan.support.internal.chat;

/**
 * What keeps a rule from being kept.
 *
 * @param field where it was typed
 * @param words what is wrong, and what to do
 */
public record RuleFinding(String field, String words) {}
