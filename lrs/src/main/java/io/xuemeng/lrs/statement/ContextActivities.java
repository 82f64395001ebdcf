package io.xuemeng.lrs.statement;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Other activities that a statement has to do with (相关活动). One that stood alone in the JSON is a list of one here. Immutable.
 *
 * @param parent what the activity is directly part of; null when absent
 * @param grouping what it is indirectly part of; null when absent
 * @param category what it is classed by, such as a profile; null when absent
 * @param other what fits none of these; null when absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#2462-contextactivities-property">Data 2.4.6.2;
 *     IEEE 9274.1.1-2023, 4.2.2.5</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record ContextActivities(
        @Nullable List<@Valid Activity> parent,
        @Nullable List<@Valid Activity> grouping,
        @Nullable List<@Valid Activity> category,
        @Nullable List<@Valid Activity> other) {

    /** Copies the lists. */
    public ContextActivities {
        parent = copy(parent);
        grouping = copy(grouping);
        category = copy(category);
        other = copy(other);
    }

    private static @Nullable List<Activity> copy(@Nullable List<Activity> list) {
        return list == null ? null : List.copyOf(list);
    }

    /** With a parent only. */
    public static ContextActivities parent(Activity activity) {
        return new ContextActivities(List.of(activity), null, null, null);
    }

    /** These with another grouping. */
    public ContextActivities withGrouping(List<Activity> activities) {
        return new ContextActivities(parent, activities, category, other);
    }

    /** These with another category. */
    public ContextActivities withCategory(List<Activity> activities) {
        return new ContextActivities(parent, grouping, activities, other);
    }
}
