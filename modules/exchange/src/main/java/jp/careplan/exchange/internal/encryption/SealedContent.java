package jp.careplan.exchange.internal.encryption;

/**
 * Files nobody can read without the key store.
 *
 * @param masterKey alias of the key that wraps the data key
 * @param dataKey AES-256 key, wrapped after RFC 3394
 * @param body nonce (12 bytes), then AES-256-GCM of the deflated bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
public record SealedContent(String masterKey, byte[] dataKey, byte[] body) {}
