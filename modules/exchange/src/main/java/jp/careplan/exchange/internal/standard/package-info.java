/**
 * The ministry's standard (標準仕様) as tables, and the check of bundles against them; pure functions,
 * no server.
 *
 * <p>{@link jp.careplan.exchange.internal.standard.Standard#load()} gives the one, immutable {@code
 * Standard}. Its {@code group(names)} parts the files of a folder into units ({@code FileGroup});
 * its {@code check(files)} reads the files of one group ({@code SourceFile}) once, as streams, and
 * answers with a {@code UnitReport}: address, unit id, kind, findings, files, persons, verdict.
 * {@code CheckCommand} is the same check as a program.
 *
 * <p>All that an edition says stands in resources beside these classes: {@code editions.csv}, and
 * in a folder per edition its kinds of files and names, columns, units with their keys, and the
 * conditions between fields. {@code rules.csv} holds every rule's code, grade, message and remedy.
 * {@code docs/spec/} tells the sources and how an edition is added.
 */
@NullMarked
package jp.careplan.exchange.internal.standard;

import org.jspecify.annotations.NullMarked;
