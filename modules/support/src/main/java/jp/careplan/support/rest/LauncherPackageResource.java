package jp.careplan.support.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.careplan.kernel.PublicDoor;
import jp.careplan.support.Downloads;
import jp.careplan.support.LauncherPackage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The list of the page 製品ダウンロード, by which a launcher learns of a newer version. */
@PublicDoor
@Path("launcher-packages")
@Produces(MediaType.APPLICATION_JSON)
public class LauncherPackageResource {
  @Inject private Downloads downloads;

  @Inject
  @ConfigProperty(name = "careplan.public-url", defaultValue = "http://localhost:8080")
  private String publicUrl;

  @GET
  public JsonObject list() {
    JsonArrayBuilder packages = Json.createArrayBuilder();
    downloads.packages().forEach(it -> packages.add(json(it)));
    return Json.createObjectBuilder()
        .add("page", publicUrl + "/support/downloads")
        .add("packages", packages)
        .build();
  }

  private JsonObject json(LauncherPackage one) {
    JsonArrayBuilder notes = Json.createArrayBuilder();
    one.notes().forEach(notes::add);
    return Json.createObjectBuilder()
        .add("file", one.file())
        .add("version", one.version())
        .add("platform", one.platform().name())
        .add("released", one.released().toString())
        .add("bytes", one.bytes())
        .add("sha256", one.sha256())
        .add("signed", one.signer().isPresent())
        .add("requirements", one.requirements())
        .add("notes", notes)
        .add("url", publicUrl + one.address())
        .build();
  }
}
