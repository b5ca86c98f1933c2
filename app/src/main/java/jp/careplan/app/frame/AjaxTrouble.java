package jp.careplan.app.frame;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.Iterator;

/**
 * A failure inside a script's call ends at {@link ErrorServlet} as every other does; Faces itself
 * would answer "well" and hand the failure's text to the script.
 */
public class AjaxTrouble extends ExceptionHandlerFactory {
  public AjaxTrouble(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Handler(getWrapped().getExceptionHandler());
  }

  private static final class Handler extends ExceptionHandlerWrapper {
    Handler(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
      Iterator<ExceptionQueuedEvent> failures = getUnhandledExceptionQueuedEvents().iterator();
      if (failures.hasNext()
          && FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()) {
        throw new FacesException(failures.next().getContext().getException());
      }
      getWrapped().handle();
    }
  }
}
