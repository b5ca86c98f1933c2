package jp.careplan.app.house;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.ApiOperation;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;

/**
 * Holds real traffic against {@code docs/api/openapi.yaml}. Every answer must stand in the
 * contract, with its status, media type, members and problem code; so must every request that was
 * accepted. What a test sends to be refused may be as wrong as it likes.
 */
public final class Contract {
  /** The problem codes a response may carry. */
  public static final String CODES = "x-codes";

  private static final String CONNECTOR = "/api/v1";
  private static final String PUBLIC = "/public/v1";
  private static final String PROBLEM = "application/problem+json";

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createFor(read())
          .withBasePathOverride("/")
          .withCustomResponseValidation(Contract::code)
          .withCustomResponseValidation(Contract::members)
          .build();

  private static final ContractDocument STRICT = ContractDocument.strict();

  private Contract() {}

  /** The contract with every reference resolved; fails when the document has a fault. */
  public static OpenAPI read() {
    var options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    SwaggerParseResult parsed =
        new OpenAPIV3Parser().readContents(ContractDocument.text(), null, options);
    if (!parsed.getMessages().isEmpty()) {
      throw new AssertionError("openapi.yaml: " + parsed.getMessages());
    }
    return parsed.getOpenAPI();
  }

  /** Throws when an exchange is not what the contract says. */
  public static void check(HttpRequest request, HttpResponse<?> answer) {
    String path = request.uri().getRawPath();
    if (!path.startsWith(CONNECTOR + "/") && !path.startsWith(PUBLIC + "/")) {
      return; // a page
    }
    if (isUnknownCall(answer)) {
      return; // the contract names no call that is not there
    }
    var report = VALIDATOR.validateResponse(relative(path), method(request), response(answer));
    if (answer.statusCode() < 300) {
      report = report.merge(VALIDATOR.validateRequest(request(request)));
    }
    if (report.hasErrors()) {
      throw new AssertionError(
          request.method()
              + " "
              + path
              + " "
              + answer.statusCode()
              + " is not what docs/api/openapi.yaml says:\n"
              + report.getMessages().stream()
                  .map(ValidationReport.Message::toString)
                  .collect(Collectors.joining("\n")));
    }
  }

  private static boolean isUnknownCall(HttpResponse<?> answer) {
    return List.of(404, 405).contains(answer.statusCode())
        && answer.body() instanceof String text
        && (text.contains("\"KE-201\"") || text.contains("\"KE-204\""));
  }

  private static String relative(String path) {
    return path.substring((path.startsWith(CONNECTOR) ? CONNECTOR : PUBLIC).length());
  }

  private static Request.Method method(HttpRequest request) {
    return Request.Method.valueOf(request.method());
  }

  private static Response response(HttpResponse<?> answer) {
    var response = SimpleResponse.Builder.status(answer.statusCode());
    answer.headers().map().forEach(response::withHeader);
    switch (answer.body()) {
      case String text when !text.isEmpty() -> response.withBody(text);
      case byte[] bytes when bytes.length > 0 -> response.withBody(bytes);
      default -> {}
    }
    return response.build();
  }

  private static Request request(HttpRequest sent) {
    var request = new SimpleRequest.Builder(sent.method(), relative(sent.uri().getRawPath()));
    sent.headers().map().forEach(request::withHeader);
    query(sent.uri(), request);
    sent.bodyPublisher()
        .filter(body -> body.contentLength() != 0)
        .ifPresent(body -> request.withBody(bytes(body)));
    return request.build();
  }

  private static void query(URI address, SimpleRequest.Builder request) {
    if (address.getRawQuery() == null) {
      return;
    }
    for (String pair : address.getRawQuery().split("&", -1)) {
      int equals = pair.indexOf('=');
      request.withQueryParam(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
  }

  private static byte[] bytes(HttpRequest.BodyPublisher body) {
    var whole = HttpResponse.BodySubscribers.ofByteArray();
    body.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            whole.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer item) {
            whole.onNext(List.of(item));
          }

          @Override
          public void onError(Throwable failure) {
            whole.onError(failure);
          }

          @Override
          public void onComplete() {
            whole.onComplete();
          }
        });
    return whole.getBody().toCompletableFuture().join();
  }

  /** A problem carries one of the codes that its response lists. */
  private static ValidationReport code(Response answer, ApiOperation operation) {
    var declared = operation.getOperation().getResponses().get(String.valueOf(answer.getStatus()));
    boolean problem = answer.getContentType().filter(PROBLEM::equals).isPresent();
    if (declared == null || !problem) {
      return ValidationReport.empty();
    }
    String code = codeOf(answer);
    boolean listed =
        declared.getExtensions() != null
            && declared.getExtensions().get(CODES) instanceof List<?> codes
            && codes.contains(code);
    return listed
        ? ValidationReport.empty()
        : ValidationReport.singleton(
            ValidationReport.Message.create("validation.response.code", code + " is not listed")
                .build());
  }

  /** An answer has the members that its schema names, in their shapes, and no others. */
  private static ValidationReport members(Response answer, ApiOperation operation) {
    String type = answer.getContentType().map(it -> it.replaceAll(";.*", "")).orElse("");
    Optional<String> schema =
        type.endsWith("json")
            ? STRICT.schemaOf(
                operation.getApiPath().original(),
                operation.getMethod().name().toLowerCase(Locale.ROOT),
                answer.getStatus(),
                type)
            : Optional.empty();
    return schema.stream()
        .flatMap(it -> STRICT.misfits(it, text(answer)).stream())
        .map(it ->
            ValidationReport.singleton(
                ValidationReport.Message.create("validation.response.members", it).build()))
        .reduce(ValidationReport.empty(), ValidationReport::merge);
  }

  private static String codeOf(Response answer) {
    try (var reader = Json.createReader(new StringReader(text(answer)))) {
      return reader.readObject().getString("code", "");
    }
  }

  private static String text(Response answer) {
    return answer
        .getResponseBody()
        .map(body -> {
          try {
            return body.toString(StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .orElse("{}");
  }
}
