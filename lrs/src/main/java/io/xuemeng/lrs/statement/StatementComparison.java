package io.xuemeng.lrs.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether two statements say the same, so that the second may be taken for the first sent again: by the rule of immutability
 * (Data 2.3.1; IEEE 9274.1.1-2023, 4.2). It is asked of two statements with one id, and of a statement and the payload of its
 * signature.
 *
 * <p>Not compared are what a store assigns ({@code id}, {@code authority}, {@code stored}, {@code timestamp}, {@code version}),
 * attachments, definitions of activities, the display of verbs, the order of the members of groups, whether {@code objectType} is
 * written where it may be left out, an activity alone or in an array of one, and letter case where it means nothing: in UUIDs, in
 * language tags, in hashes, and in the domain of an e-mail address. Of durations only what is finer than 0.01 s is passed over.
 * Timestamps of sub-statements are compared as instants, numbers by value, extensions by what their JSON says.
 *
 * <p>IEEE 9274.1.1-2023 lists “case (upper vs. lower)” without saying of what. It is read as xAPI 1.0.3 explains it, for a changed
 * answer must not pass for a repetition, nor a changed statement for a signed one.
 */
public final class StatementComparison {

    private StatementComparison() {}

    /** Whether two statements say the same. */
    public static boolean matches(Statement a, Statement b) {
        return isSame(a.actor(), b.actor())
                && a.verb().id().equals(b.verb().id())
                && isSame(a.object(), b.object())
                && both(a.result(), b.result(), StatementComparison::isSame)
                && both(a.context(), b.context(), StatementComparison::isSame);
    }

    private static <T> boolean both(@Nullable T a, @Nullable T b, BiPredicate<T, T> same) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return same.test(a, b);
    }

    private static <T> boolean all(@Nullable List<T> a, @Nullable List<T> b, BiPredicate<T, T> same) {
        List<T> left = a == null ? List.of() : a;
        List<T> right = b == null ? List.of() : b;
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same.test(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(StatementObject a, StatementObject b) {
        if (a instanceof Activity left && b instanceof Activity right) {
            return left.id().equals(right.id());
        }
        if (a instanceof StatementRef left && b instanceof StatementRef right) {
            return left.id().equalsIgnoreCase(right.id());
        }
        if (a instanceof SubStatement left && b instanceof SubStatement right) {
            return isSame(left.actor(), right.actor())
                    && left.verb().id().equals(right.verb().id())
                    && isSame(left.object(), right.object())
                    && both(left.result(), right.result(), StatementComparison::isSame)
                    && both(left.context(), right.context(), StatementComparison::isSame)
                    && both(left.timestamp(), right.timestamp(), StatementComparison::isSame);
        }
        if (a instanceof Agent left && b instanceof Agent right) {
            return Objects.equals(left.name(), right.name())
                    && left.identifier().key().equals(right.identifier().key());
        }
        return a instanceof Group left && b instanceof Group right && isSame(left, right);
    }

    private static boolean isSame(Group a, Group b) {
        return Objects.equals(a.name(), b.name())
                && both(
                        a.identifier(),
                        b.identifier(),
                        (left, right) -> left.key().equals(right.key()))
                && keys(a).equals(keys(b));
    }

    /** The members as sorted texts: their order means nothing. */
    private static List<String> keys(Group group) {
        List<String> keys = new ArrayList<>();
        if (group.members() != null) {
            for (Agent member : group.members()) {
                String name = member.name() == null ? "" : '"' + member.name();
                keys.add(member.identifier().key() + name);
            }
        }
        keys.sort(null);
        return keys;
    }

    private static boolean isSame(Timestamp a, Timestamp b) {
        return a.equals(b) || (a.instant().isPresent() && a.instant().equals(b.instant()));
    }

    private static boolean isSame(Result a, Result b) {
        return both(a.score(), b.score(), StatementComparison::isSame)
                && Objects.equals(a.success(), b.success())
                && Objects.equals(a.completion(), b.completion())
                && Objects.equals(a.response(), b.response())
                && both(a.duration(), b.duration(), (left, right) -> cut(left).equals(cut(right)))
                && JsonMeaning.isSame(a.extensions(), b.extensions());
    }

    private static boolean isSame(Score a, Score b) {
        return isSame(a.scaled(), b.scaled())
                && isSame(a.raw(), b.raw())
                && isSame(a.min(), b.min())
                && isSame(a.max(), b.max());
    }

    private static boolean isSame(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return both(a, b, (left, right) -> left.compareTo(right) == 0);
    }

    /** A duration without what is finer than a hundredth of a second, and without zeros at the end of a fraction. */
    private static String cut(String duration) {
        int mark = Math.max(duration.indexOf('.'), duration.indexOf(','));
        if (mark < 0 || !duration.endsWith("S")) {
            return duration;
        }
        int end = Math.min(duration.length() - 1, mark + 3);
        while (end > mark + 1 && duration.charAt(end - 1) == '0') {
            end--;
        }
        String fraction = end == mark + 1 ? "" : '.' + duration.substring(mark + 1, end);
        return duration.substring(0, mark) + fraction + 'S';
    }

    private static boolean isSame(Context a, Context b) {
        return both(a.registration(), b.registration(), String::equalsIgnoreCase)
                && both(a.instructor(), b.instructor(), StatementComparison::isSame)
                && both(a.team(), b.team(), StatementComparison::isSame)
                && isSame(a.contextActivities(), b.contextActivities())
                && all(a.contextAgents(), b.contextAgents(), StatementComparison::isSame)
                && all(a.contextGroups(), b.contextGroups(), StatementComparison::isSame)
                && Objects.equals(a.revision(), b.revision())
                && Objects.equals(a.platform(), b.platform())
                && both(
                        a.language(),
                        b.language(),
                        (left, right) -> left.toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT)))
                && both(a.statement(), b.statement(), StatementComparison::isSame)
                && JsonMeaning.isSame(a.extensions(), b.extensions());
    }

    private static boolean isSame(@Nullable ContextActivities a, @Nullable ContextActivities b) {
        ContextActivities none = new ContextActivities(null, null, null, null);
        ContextActivities left = a == null ? none : a;
        ContextActivities right = b == null ? none : b;
        return all(left.parent(), right.parent(), StatementComparison::isSame)
                && all(left.grouping(), right.grouping(), StatementComparison::isSame)
                && all(left.category(), right.category(), StatementComparison::isSame)
                && all(left.other(), right.other(), StatementComparison::isSame);
    }

    private static boolean isSame(ContextAgent a, ContextAgent b) {
        return isSame(a.agent(), b.agent()) && Objects.equals(a.relevantTypes(), b.relevantTypes());
    }

    private static boolean isSame(ContextGroup a, ContextGroup b) {
        return isSame(a.group(), b.group()) && Objects.equals(a.relevantTypes(), b.relevantTypes());
    }
}
