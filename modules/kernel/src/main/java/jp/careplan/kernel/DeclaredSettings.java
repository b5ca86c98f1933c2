package jp.careplan.kernel;

import java.util.List;

/** What a module lets operators change; every bean of this type is asked. */
public interface DeclaredSettings {
  List<OperatorSetting> settings();
}
