package jp.careplan.app.security;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * A form whose fields were read through the guard. The server itself would read them without a
 * limit of time, with a thread in hand.
 */
final class FormRequest extends HttpServletRequestWrapper {
  private final Map<String, String[]> fields;

  FormRequest(GuardedRequest request) {
    super(request);
    String body = body(request);
    Map<String, String[]> all = new TreeMap<>(request.getParameterMap());
    Stream.of(body.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            groupingBy(
                pair -> decoded(pair[0]),
                mapping(pair -> pair.length < 2 ? "" : decoded(pair[1]), toList())))
        .forEach(
            (name, values) -> all.merge(name, values.toArray(String[]::new), FormRequest::both));
    this.fields = Collections.unmodifiableMap(all);
  }

  private static String body(GuardedRequest request) {
    try {
      return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) { // cut off, or not a byte for a long time
      throw new DomainException(BAD_REQUEST, "");
    }
  }

  static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return request.getMethod().equals("POST")
        && type != null
        && type.startsWith("application/x-www-form-urlencoded");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new DomainException(BAD_REQUEST, "");
    }
  }

  private static String[] both(String[] inAddress, String[] inBody) {
    return Stream.of(inAddress, inBody).flatMap(Stream::of).toArray(String[]::new);
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = fields.get(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return fields.get(name);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return fields;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(List.copyOf(fields.keySet()));
  }
}
