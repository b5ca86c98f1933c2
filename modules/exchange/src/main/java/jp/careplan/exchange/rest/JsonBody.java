package jp.careplan.exchange.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.careplan.kernel.DomainException;

/** Members of a body that a call cannot do without; what is of another type is refused. */
final class JsonBody {
  private JsonBody() {}

  static String text(JsonObject body, String name) {
    if (body.get(name) instanceof JsonString text) {
      return text.getString().strip();
    }
    throw new DomainException(BAD_REQUEST, name + "がありません。");
  }

  static int number(JsonObject body, String name) {
    try {
      if (body.get(name) instanceof JsonNumber number) {
        return number.intValueExact();
      }
    } catch (ArithmeticException e) {
      // larger than any number that is meant, or no whole one
    }
    throw new DomainException(BAD_REQUEST, name + "は整数です。");
  }

  static <E extends Enum<E>> E one(JsonObject body, String name, Class<E> of) {
    String said = text(body, name);
    return Arrays.stream(of.getEnumConstants())
        .filter(it -> it.name().equals(said))
        .findFirst()
        .orElseThrow(() ->
            new DomainException(
                BAD_REQUEST,
                name
                    + "に使えるのは"
                    + Arrays.stream(of.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining("、"))
                    + "です。"));
  }
}
