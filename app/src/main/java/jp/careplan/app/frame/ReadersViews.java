package jp.careplan.app.frame;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/**
 * Pages that anyone reads keep no state, from the first moment on. Their frame says so too, but
 * that is read only when PrimeFaces has laid its nonce into the view already, which opens a session
 * and hands each reader a cookie.
 */
public class ReadersViews extends ViewHandlerWrapper {
  public ReadersViews(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public UIViewRoot createView(FacesContext context, String viewId) {
    UIViewRoot root = getWrapped().createView(context, viewId);
    if (root != null && isReaders(viewId)) {
      root.setTransient(true);
    }
    return root;
  }

  private static boolean isReaders(String viewId) {
    return viewId.startsWith("/support/")
        || viewId.equals("/support.xhtml")
        || viewId.equals("/index.xhtml");
  }
}
