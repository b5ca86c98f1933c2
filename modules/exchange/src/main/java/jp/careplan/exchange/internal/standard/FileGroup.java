package jp.careplan.exchange.internal.standard;

import java.util.List;
import java.util.Optional;

/**
 * Files of one folder that travel together: a sending unit (送信単位), or what remains when no unit can
 * be made of it.
 *
 * @param address empty for a file whose name cannot be read
 * @param names sorted
 */
public record FileGroup(Optional<UnitAddress> address, List<String> names) {}
