package jp.careplan.app.house;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import jp.careplan.kernel.Sha256;

/**
 * A browser and the device behind it, with one passkey: what WebAuthn has them answer together, and
 * what no honest ones would.
 */
public final class PasskeyDevice {
  private static final int USER_PRESENT = 0x01;
  private static final int USER_VERIFIED = 0x04;
  private static final int WITH_CREDENTIAL = 0x40;
  private static final int COORDINATE = 32;

  private final KeyPair keys;
  private final byte[] id = new byte[16];
  private String origin;
  private String handle = "";
  private boolean verifies = true;
  private int count;

  public PasskeyDevice(Node node) {
    URI address = node.publicAddress("");
    this.origin = address.getScheme() + "://" + address.getAuthority();
    new SecureRandom().nextBytes(id);
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the server knows it by. */
  public String key() {
    return Sha256.hex(id);
  }

  /** From now on the browser shows another site. */
  public PasskeyDevice at(String otherOrigin) {
    origin = otherOrigin;
    return this;
  }

  /** From now on it asks for no PIN, face or finger. */
  public PasskeyDevice withoutVerifying() {
    verifies = false;
    return this;
  }

  /** The next signature is this one. */
  public PasskeyDevice counting(int next) {
    count = next - 1;
    return this;
  }

  /** From now on it says that it belongs to somebody else. */
  public PasskeyDevice belongingTo(String otherHandle) {
    handle = otherHandle;
    return this;
  }

  /** The answer to a registration. */
  public String register(JsonObject asked) {
    handle = asked.getString("handle");
    byte[] data = data(asked, USER_PRESENT | WITH_CREDENTIAL, credential());
    var attestation = new ByteArrayOutputStream();
    attestation.writeBytes(HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a0"));
    attestation.writeBytes(HexFormat.of().parseHex("686175746844617461"));
    attestation.writeBytes(new byte[] {0x58, (byte) data.length});
    attestation.writeBytes(data);
    return answer(
        Json.createObjectBuilder()
            .add("clientDataJSON", text(client("webauthn.create", asked)))
            .add("attestationObject", text(attestation.toByteArray())));
  }

  /** The answer to a sign-in. */
  public String signIn(JsonObject asked) {
    byte[] data = data(asked, USER_PRESENT, new byte[0]);
    byte[] client = client("webauthn.get", asked);
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return answer(
          Json.createObjectBuilder()
              .add("clientDataJSON", text(client))
              .add("authenticatorData", text(data))
              .add("signature", text(signature.sign()))
              .add("userHandle", handle));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String answer(JsonObjectBuilder response) {
    return Json.createObjectBuilder()
        .add("id", text(id))
        .add("rawId", text(id))
        .add("type", "public-key")
        .add("clientExtensionResults", Json.createObjectBuilder())
        .add("response", response)
        .build()
        .toString();
  }

  private byte[] client(String type, JsonObject asked) {
    return Json.createObjectBuilder()
        .add("type", type)
        .add("challenge", asked.getString("challenge"))
        .add("origin", origin)
        .add("crossOrigin", false)
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] data(JsonObject asked, int flags, byte[] credential) {
    count++;
    return ByteBuffer.allocate(37 + credential.length)
        .put(sha256(asked.getString("relyingParty").getBytes(StandardCharsets.UTF_8)))
        .put((byte) (flags | (verifies ? USER_VERIFIED : 0)))
        .putInt(count)
        .put(credential)
        .array();
  }

  /** No make of device, the ID, the public key as COSE has it. */
  private byte[] credential() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    return ByteBuffer.allocate(16 + 2 + id.length + 10 + COORDINATE + 3 + COORDINATE)
        .put(new byte[16])
        .putShort((short) id.length)
        .put(id)
        .put(HexFormat.of().parseHex("a5010203262001215820"))
        .put(bytes(point.getAffineX()))
        .put(HexFormat.of().parseHex("225820"))
        .put(bytes(point.getAffineY()))
        .array();
  }

  private static byte[] bytes(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[COORDINATE];
    int length = Math.min(signed.length, COORDINATE);
    System.arraycopy(signed, signed.length - length, bytes, COORDINATE - length, length);
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
