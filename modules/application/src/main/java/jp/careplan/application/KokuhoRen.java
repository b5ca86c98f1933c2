package jp.careplan.application;

/**
 * 国保連合会 of a prefecture.
 *
 * @param prefecture 都道府県番号, 01 to 47
 * @param phone empty text until an operator fills it in
 * @param address empty text until an operator fills it in
 */
public record KokuhoRen(String prefecture, String name, String phone, String address) {}
