package io.xuemeng.lrs.server;

import io.xuemeng.core.code.Iri;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.form.TimestampForm;
import io.xuemeng.lrs.statement.form.Uuids;
import io.xuemeng.lrs.statement.validation.ActorReading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, each checked for what it must be when it is asked for. */
final class Parameters {

    private final Map<String, String> values;
    private final XapiVersion version;

    private Parameters(Map<String, String> values, XapiVersion version) {
        this.values = values;
        this.version = version;
    }

    /** Parameters as they were sent. */
    static Parameters of(Map<String, List<String>> sent, XapiVersion version) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, all) -> {
            if (all.size() > 1) {
                throw Refusal.of(
                        LrsRequirement.PARAMETER_TWICE,
                        Finding.of(LrsRequirement.PARAMETER_TWICE).with("name", name));
            }
            values.put(name, all.get(0));
        });
        return new Parameters(values, version);
    }

    /** Checks that there are no others than these. */
    void allow(Set<String> names) {
        for (String name : values.keySet()) {
            if (names.contains(name)) {
                continue;
            }
            for (String allowed : names) {
                if (allowed.equalsIgnoreCase(name)) {
                    throw Refusal.of(
                            LrsRequirement.PARAMETER_CASE,
                            Finding.of(LrsRequirement.PARAMETER_CASE)
                                    .with("name", name)
                                    .with("allowed", allowed));
                }
            }
            throw Refusal.of(
                    LrsRequirement.PARAMETER_UNKNOWN,
                    Finding.of(LrsRequirement.PARAMETER_UNKNOWN)
                            .with("name", name)
                            .with("allowed", names.stream().sorted().toList()));
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Set<String> names() {
        return values.keySet();
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    String requiredText(String name) {
        return required(name, values.get(name));
    }

    @Nullable
    UUID uuid(String name) {
        return value(name, LrsRequirement.PARAMETER_UUID, Uuids::parse);
    }

    UUID requiredUuid(String name) {
        return required(name, uuid(name));
    }

    @Nullable
    String iri(String name) {
        return value(name, LrsRequirement.PARAMETER_IRI, text -> Iri.isValid(text) ? text : null);
    }

    String requiredIri(String name) {
        return required(name, iri(name));
    }

    @Nullable
    Instant time(String name) {
        return value(
                name,
                LrsRequirement.PARAMETER_TIMESTAMP,
                text -> TimestampForm.of(text) == TimestampForm.MINUS_ZERO ? null : TimestampForm.instant(text));
    }

    boolean flag(String name) {
        Boolean flag = value(name, LrsRequirement.PARAMETER_BOOLEAN, text -> switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        });
        return flag != null && flag;
    }

    /** A whole number that is not negative; one that no int holds is as large as an int can be. */
    int count(String name) {
        Integer count = value(name, LrsRequirement.PARAMETER_LIMIT, text -> {
            if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return null;
            }
            return text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
        });
        return count == null ? 0 : count;
    }

    /** An agent or an identified group. */
    @Nullable
    Actor actor(String name) {
        String text = values.get(name);
        if (text == null) {
            return null;
        }
        ActorReading reading = StatementIntake.reader(version).readActor(text.getBytes(StandardCharsets.UTF_8));
        Actor actor = reading.actor();
        if (actor == null) {
            throw Refusal.invalid(reading.findings());
        }
        return actor;
    }

    /** An agent, where no group may stand. */
    Agent requiredAgent(String name) {
        Actor actor = required(name, actor(name));
        if (actor instanceof Agent agent) {
            return agent;
        }
        throw Refusal.of(
                LrsRequirement.PARAMETER_AGENT,
                Finding.of(LrsRequirement.PARAMETER_AGENT).with("name", name));
    }

    private <T> @Nullable T value(String name, LrsRequirement requirement, Function<String, @Nullable T> read) {
        String text = values.get(name);
        if (text == null) {
            return null;
        }
        T value = read.apply(text);
        if (value == null) {
            throw Refusal.of(
                    requirement, Finding.of(requirement).with("name", name).with("value", text));
        }
        return value;
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw Refusal.of(
                    LrsRequirement.PARAMETER_MISSING,
                    Finding.of(LrsRequirement.PARAMETER_MISSING).with("name", name));
        }
        return value;
    }
}
