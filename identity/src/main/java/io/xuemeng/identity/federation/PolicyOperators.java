package io.xuemeng.identity.federation;

import io.xuemeng.core.requirement.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operators of a policy for one metadata parameter (OpenID Federation 1.0, 6.1.3.1): how they go together, how those of a
 * subordinate are merged in, and what they make of a value. Immutable.
 */
final class PolicyOperators {

    /** The standard operators, in the order in which they are applied. */
    enum Operator {
        VALUE,
        ADD,
        DEFAULT,
        ONE_OF,
        SUBSET_OF,
        SUPERSET_OF,
        ESSENTIAL;

        /** The name in a policy. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Operator of(String text) {
            for (Operator operator : values()) {
                if (operator.text().equals(text)) {
                    return operator;
                }
            }
            return null;
        }
    }

    private final String parameter;
    private final Map<Operator, Object> values;

    private PolicyOperators(String parameter, Map<Operator, Object> values) {
        this.parameter = parameter;
        this.values = values;
    }

    /** Reads the operators for a parameter. Those that are not standard are left out (6.1.3.2); a statement calls none of them critical. */
    static PolicyOperators read(String parameter, Map<?, ?> members) throws PolicyException {
        Map<Operator, Object> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            Operator operator = Operator.of((String) member.getKey());
            if (operator != null) {
                values.put(operator, checked(parameter, operator, member.getValue()));
            }
        }
        PolicyOperators operators = new PolicyOperators(parameter, values);
        operators.checkCombination();
        return operators;
    }

    private static Object checked(String parameter, Operator operator, Object value) throws PolicyException {
        boolean good = switch (operator) {
            case VALUE -> true;
            case DEFAULT -> value != JsonTree.NULL;
            case ESSENTIAL -> value instanceof Boolean;
            case ADD, ONE_OF, SUBSET_OF, SUPERSET_OF -> value instanceof List<?> list && isComparable(list);
        };
        if (!good) {
            throw new PolicyException(Finding.of(FederationRequirement.POLICY_OPERATOR)
                    .with("parameter", parameter)
                    .with("operator", operator.text()));
        }
        return value;
    }

    /** Arrays of strings, of numbers, or of objects. */
    private static boolean isComparable(List<?> list) {
        return list.stream().allMatch(String.class::isInstance)
                || list.stream().allMatch(BigDecimal.class::isInstance)
                || list.stream().allMatch(Map.class::isInstance);
    }

    private @Nullable List<?> list(Operator operator) {
        return (List<?>) values.get(operator);
    }

    private void checkCombination() throws PolicyException {
        Object value = values.get(Operator.VALUE);
        List<?> add = list(Operator.ADD);
        List<?> oneOf = list(Operator.ONE_OF);
        List<?> subset = list(Operator.SUBSET_OF);
        List<?> superset = list(Operator.SUPERSET_OF);
        if (value != null) {
            List<?> elements = elements(value);
            require(value != JsonTree.NULL || !values.containsKey(Operator.DEFAULT), Operator.VALUE, Operator.DEFAULT);
            require(
                    value != JsonTree.NULL || !Boolean.TRUE.equals(values.get(Operator.ESSENTIAL)),
                    Operator.VALUE,
                    Operator.ESSENTIAL);
            require(add == null || (elements != null && containsAll(elements, add)), Operator.VALUE, Operator.ADD);
            require(oneOf == null || oneOf.contains(value), Operator.VALUE, Operator.ONE_OF);
            require(
                    subset == null || (elements != null && containsAll(subset, elements)),
                    Operator.VALUE,
                    Operator.SUBSET_OF);
            require(
                    superset == null || (elements != null && containsAll(elements, superset)),
                    Operator.VALUE,
                    Operator.SUPERSET_OF);
        }
        require(add == null || oneOf == null, Operator.ADD, Operator.ONE_OF);
        require(oneOf == null || subset == null, Operator.ONE_OF, Operator.SUBSET_OF);
        require(oneOf == null || superset == null, Operator.ONE_OF, Operator.SUPERSET_OF);
        require(add == null || subset == null || containsAll(subset, add), Operator.ADD, Operator.SUBSET_OF);
        require(
                subset == null || superset == null || containsAll(subset, superset),
                Operator.SUBSET_OF,
                Operator.SUPERSET_OF);
    }

    private void require(boolean allowed, Operator first, Operator second) throws PolicyException {
        if (!allowed) {
            throw new PolicyException(Finding.of(FederationRequirement.POLICY_COMBINATION)
                    .with("parameter", parameter)
                    .with("operator", first.text())
                    .with("other", second.text()));
        }
    }

    private static boolean containsAll(Collection<?> all, Collection<?> some) {
        return new HashSet<Object>(all).containsAll(some);
    }

    /** The elements of an array, or the words of a scope; null for everything else. */
    private @Nullable List<?> elements(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        return isScope() && value instanceof String text ? words(text) : null;
    }

    private boolean isScope() {
        return parameter.equals("scope");
    }

    private static List<String> words(String scope) {
        return scope.isBlank() ? List.of() : Arrays.asList(scope.trim().split(" +"));
    }

    /** These with those of a subordinate merged in, which can only make them stricter (6.1.4.1). */
    PolicyOperators merge(PolicyOperators subordinate) throws PolicyException {
        Map<Operator, Object> merged = new LinkedHashMap<>(values);
        for (Map.Entry<Operator, Object> entry : subordinate.values.entrySet()) {
            Operator operator = entry.getKey();
            Object own = values.get(operator);
            merged.put(operator, own == null ? entry.getValue() : merged(operator, own, entry.getValue()));
        }
        PolicyOperators operators = new PolicyOperators(parameter, merged);
        operators.checkCombination();
        return operators;
    }

    private Object merged(Operator operator, Object superior, Object subordinate) throws PolicyException {
        switch (operator) {
            case ADD, SUPERSET_OF -> {
                Set<Object> union = new LinkedHashSet<>((List<?>) superior);
                union.addAll((List<?>) subordinate);
                return new ArrayList<>(union);
            }
            case ONE_OF, SUBSET_OF -> {
                List<Object> intersection = intersection((List<?>) superior, (List<?>) subordinate);
                if (operator == Operator.ONE_OF && intersection.isEmpty()) {
                    throw conflict(operator);
                }
                return intersection;
            }
            case ESSENTIAL -> {
                return (Boolean) superior || (Boolean) subordinate;
            }
            default -> {
                if (!superior.equals(subordinate)) {
                    throw conflict(operator);
                }
                return superior;
            }
        }
    }

    private PolicyException conflict(Operator operator) {
        return new PolicyException(Finding.of(FederationRequirement.POLICY_MERGE)
                .with("parameter", parameter)
                .with("operator", operator.text()));
    }

    private static List<Object> intersection(List<?> first, List<?> second) {
        Set<Object> kept = new LinkedHashSet<>(first);
        kept.retainAll(new HashSet<Object>(second));
        return new ArrayList<>(kept);
    }

    /**
     * What the operators make of a parameter (6.1.4.2).
     *
     * @param value the parameter, or null when it is absent
     * @return the parameter, or null when it is to be absent
     */
    @Nullable
    Object apply(@Nullable Object value) throws PolicyException {
        boolean scope = isScope();
        Object current = scope && value instanceof String text ? new ArrayList<Object>(words(text)) : value;
        for (Operator operator : Operator.values()) {
            Object setting = values.get(operator);
            if (setting != null) {
                current = apply(operator, setting, current);
            }
        }
        if (scope && current instanceof List<?> words) {
            return String.join(" ", words.stream().map(String::valueOf).toList());
        }
        return current;
    }

    private @Nullable Object apply(Operator operator, Object setting, @Nullable Object value) throws PolicyException {
        switch (operator) {
            case VALUE -> {
                if (setting == JsonTree.NULL) {
                    return null;
                }
                return isScope() && setting instanceof String text ? words(text) : setting;
            }
            case ADD -> {
                Set<Object> union = new LinkedHashSet<>(value == null ? List.of() : array(operator, value));
                union.addAll((List<?>) setting);
                return new ArrayList<>(union);
            }
            case DEFAULT -> {
                return value != null ? value : isScope() && setting instanceof String text ? words(text) : setting;
            }
            case ONE_OF -> {
                if (value != null && (value instanceof List || !((List<?>) setting).contains(value))) {
                    throw violated(operator);
                }
                return value;
            }
            case SUBSET_OF -> {
                return value == null ? null : intersection(array(operator, value), (List<?>) setting);
            }
            case SUPERSET_OF -> {
                if (value != null && !containsAll(array(operator, value), (List<?>) setting)) {
                    throw violated(operator);
                }
                return value;
            }
            default -> {
                if (value == null && (Boolean) setting) {
                    throw violated(operator);
                }
                return value;
            }
        }
    }

    private List<?> array(Operator operator, Object value) throws PolicyException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw violated(operator);
    }

    private PolicyException violated(Operator operator) {
        return new PolicyException(Finding.of(FederationRequirement.POLICY_VIOLATED)
                .with("parameter", parameter)
                .with("operator", operator.text()));
    }

    Map<Operator, Object> values() {
        return values;
    }
}
