package jp.careplan.application.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.careplan.application.Caller;
import jp.careplan.application.Introduction;
import jp.careplan.application.Introduction.Check;
import jp.careplan.application.Introduction.Source;
import jp.careplan.application.Introduction.Step;

/** What a script tells of はじめての手順: ticks made before the sign-in, and a self-diagnosis. */
@WebServlet("/account/start-report")
public class StartServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Introduction introduction;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Set<Step> ticked = EnumSet.noneOf(Step.class);
    Arrays.stream(Step.values())
        .filter(step -> values(request, "ticked").anyMatch(step.name()::equals))
        .forEach(ticked::add);
    introduction.takeOver(caller.session(), ticked);
    Map<Check, Boolean> checks = new EnumMap<>(Check.class);
    for (Check check : Check.values()) {
      values(request, check.name()).findFirst().ifPresent(it -> checks.put(check, it.equals("ok")));
    }
    if (!checks.isEmpty()) {
      introduction.diagnosed(caller.session(), Source.BROWSER, checks);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static Stream<String> values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? Stream.empty() : Arrays.stream(values);
  }
}
