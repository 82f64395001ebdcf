package io.xuemeng.conformance.target;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.role.Workspace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads target files: YAML 1.2 in UTF-8, strictly. <code>${NAME}</code> in a text stands for an environment variable; nothing
 * else brings a secret into a run, and no result shows one.
 */
public final class TargetReader {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int MAX_BYTES = 1 << 20;

    private final Function<String, @Nullable String> environment;
    private final Set<String> secrets = new HashSet<>();

    private TargetReader(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * Reads a target file.
     *
     * @param environment gives an environment variable; null when it is not set
     * @throws SettingsException when it is not understood, or a variable is not set
     * @throws IOException when it cannot be read
     */
    public static Target read(Path file, Function<String, @Nullable String> environment) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw SettingsException.of("target.large", file);
        }
        byte[] bytes = Files.readAllBytes(file);
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new TargetReader(environment).read(file, bytes, folder == null ? Path.of("/") : folder);
    }

    private Target read(Path file, byte[] bytes, Path folder) {
        Object document = filled(parse(file, bytes), file);
        if (!(document instanceof Map<?, ?> map)) {
            throw SettingsException.of("target.map", file);
        }
        Settings settings = new Settings("", map, folder);
        String platform = settings.requiredText("platform");
        Settings sections =
                settings.section("roles").orElseThrow(() -> SettingsException.of("settings.missing", "roles"));
        Map<Role, Settings> roles = new EnumMap<>(Role.class);
        for (String name : sections.keys()) {
            Role role = Role.find(name)
                    .filter(known -> RoleKits.find(known).isPresent())
                    .orElseThrow(() -> SettingsException.of("settings.unknown", "roles." + name, known()));
            sections.section(name).ifPresent(section -> roles.put(role, section));
        }
        if (roles.isEmpty()) {
            throw SettingsException.of("settings.missing", "roles");
        }
        settings.finish();
        return new Target(platform, Workspace.digest(bytes), secrets, roles);
    }

    private static String known() {
        return RoleKits.all().stream().map(kit -> kit.role().id()).collect(Collectors.joining(", "));
    }

    private static Object parse(Path file, byte[] bytes) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MAX_BYTES)
                .build();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Object document = new Load(settings).loadFromString(text);
            return document == null ? Map.of() : document;
        } catch (CharacterCodingException e) {
            throw SettingsException.of("target.utf8", file);
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse("?");
            throw SettingsException.of("target.yaml", file, place, e.getProblem());
        } catch (YamlEngineException e) {
            throw SettingsException.of("target.yaml", file, "?", String.valueOf(e.getMessage()));
        }
    }

    private Object filled(Object value, Path file) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> filled = new LinkedHashMap<>();
            map.forEach((key, member) -> filled.put(key, member == null ? "" : filled(member, file)));
            return filled;
        }
        if (value instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.forEach(item -> filled.add(item == null ? "" : filled(item, file)));
            return filled;
        }
        return value instanceof String text ? filled(text, file) : value;
    }

    private String filled(String text, Path file) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            if (!NAME.matcher(name).matches()) {
                throw SettingsException.of("target.variable", file, match.group());
            }
            String value = environment.apply(name);
            if (value == null || value.isEmpty()) {
                throw SettingsException.of("target.unset", file, name);
            }
            secrets.add(value);
            return Matcher.quoteReplacement(value);
        });
    }
}
