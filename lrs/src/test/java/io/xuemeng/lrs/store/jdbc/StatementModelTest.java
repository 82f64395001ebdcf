package io.xuemeng.lrs.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.DeletionReport;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StatementPage;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StatementStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Random histories of storing, voiding, referring, finding and deleting, against a model that looks at every statement. */
class StatementModelTest {

    private static final int IDS = 12;

    /** What a statement is, in numbers: keys are told apart by their last digit. */
    record Spec(
            int id,
            int verb,
            int actor,
            int activity,
            int registration,
            int authority,
            Set<Integer> agents,
            Set<Integer> relatedAgents,
            Set<Integer> relatedActivities,
            int target,
            boolean voiding) {

        StatementEntry entry() {
            StatementEntry.Builder entry = StoreFixture.entry(StoreFixture.id(id), "s" + id + "v" + verb)
                    .verb(verbKey(verb))
                    .actor(actor < 0 ? null : agentKey(actor))
                    .activity(activity < 0 ? null : activityKey(activity))
                    .registration(registration < 0 ? null : new UUID(9, registration))
                    .authority(agentKey(authority));
            agents.forEach(agent -> entry.agent(agentKey(agent)));
            relatedAgents.forEach(agent -> entry.related(agentKey(agent)));
            relatedActivities.forEach(one -> entry.related(activityKey(one)));
            if (target >= 0) {
                entry.target(StoreFixture.id(target), voiding);
            }
            return entry.build();
        }

        boolean voids() {
            return target >= 0 && voiding;
        }

        boolean meets(Search search) {
            boolean agent = search.agent < 0
                    || actor == search.agent
                    || agents.contains(search.agent)
                    || (search.relatedAgents && (authority == search.agent || relatedAgents.contains(search.agent)));
            boolean object = search.activity < 0
                    || activity == search.activity
                    || (search.relatedActivities && relatedActivities.contains(search.activity));
            return agent
                    && object
                    && (search.verb < 0 || verb == search.verb)
                    && (search.registration < 0 || registration == search.registration);
        }
    }

    /** What is looked for; -1 for anything. */
    record Search(
            int verb,
            int agent,
            boolean relatedAgents,
            int activity,
            boolean relatedActivities,
            int registration,
            int mine,
            boolean ascending,
            int limit) {

        StatementQuery query() {
            return new StatementQuery(
                    verb < 0 ? null : verbKey(verb),
                    agent < 0 ? null : agentKey(agent),
                    relatedAgents,
                    activity < 0 ? null : activityKey(activity),
                    relatedActivities,
                    registration < 0 ? null : new UUID(9, registration),
                    null,
                    null,
                    mine < 0 ? null : agentKey(mine),
                    ascending,
                    limit,
                    null);
        }
    }

    private static UUID verbKey(int number) {
        return RecordKey.verb("v" + number);
    }

    private static UUID agentKey(int number) {
        return RecordKey.agent("a" + number);
    }

    private static UUID activityKey(int number) {
        return RecordKey.activity("o" + number);
    }

    /** The model: statements in the order of their storing. */
    private static final class Model {

        private final Map<Integer, Spec> statements = new LinkedHashMap<>();
        private final Set<Integer> voided = new HashSet<>();

        /** What was voided stays so, even when the statement that voided it is deleted. */
        void deleteIf(java.util.function.Predicate<Spec> which) {
            statements.values().stream().filter(this::isVoided).forEach(spec -> voided.add(spec.id));
            statements.values().removeIf(which);
        }

        boolean isVoided(Spec spec) {
            boolean now = statements.values().stream().anyMatch(other -> other.voids() && other.target == spec.id);
            return !spec.voids() && (now || voided.contains(spec.id));
        }

        List<String> find(Search search) {
            List<String> found = new ArrayList<>();
            for (Spec spec : statements.values()) {
                if (!isVoided(spec)
                        && (search.mine < 0 || spec.authority == search.mine)
                        && meets(spec, search, new HashSet<>())) {
                    found.add("s" + spec.id + "v" + spec.verb);
                }
            }
            if (!search.ascending) {
                Collections.reverse(found);
            }
            return found;
        }

        private boolean meets(@Nullable Spec spec, Search search, Set<Integer> seen) {
            return spec != null
                    && seen.add(spec.id)
                    && (spec.meets(search) || meets(statements.get(spec.target), search, seen));
        }
    }

    @Provide
    Arbitrary<List<List<Spec>>> batches() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> optional = Arbitraries.integers().between(-1, 3);
        Arbitrary<Set<Integer>> some = small.set().ofMaxSize(2);
        Arbitrary<int[]> target = Combinators.combine(
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(2, Arbitraries.just(-1)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, IDS - 1))),
                        Arbitraries.integers().between(0, 2))
                .as((to, voids) -> new int[] {to, voids});
        Arbitrary<Spec> spec = Combinators.combine(
                        Arbitraries.integers().between(0, IDS - 1),
                        small,
                        optional,
                        optional,
                        optional,
                        small,
                        some,
                        Combinators.combine(some, some).as((a, b) -> List.of(a, b)))
                .flatAs((id, verb, actor, activity, registration, authority, agents, related) ->
                        target.map(to -> new Spec(
                                id,
                                verb,
                                actor,
                                activity,
                                registration,
                                authority,
                                agents,
                                related.get(0),
                                related.get(1),
                                to[0],
                                to[1] == 0)));
        return spec.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<Search>> searches() {
        Arbitrary<Integer> optional = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.just(-1)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 3)));
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(
                        optional,
                        optional,
                        flag,
                        optional,
                        flag,
                        optional,
                        optional,
                        Combinators.combine(flag, Arbitraries.integers().between(1, 5))
                                .as((ascending, limit) -> new int[] {ascending ? 1 : 0, limit}))
                .as((verb, agent, relatedAgents, activity, relatedActivities, registration, mine, rest) -> new Search(
                        verb,
                        agent,
                        relatedAgents,
                        activity,
                        relatedActivities,
                        registration,
                        mine,
                        rest[0] == 1,
                        rest[1]))
                .list()
                .ofSize(8);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void findsInH2WhatTheModelFinds(
            @ForAll("batches") List<List<Spec>> batches, @ForAll("searches") List<Search> searches) {
        check(StoreFixture.Kind.H2, batches, searches);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void findsInPostgresWhatTheModelFinds(
            @ForAll("batches") List<List<Spec>> batches, @ForAll("searches") List<Search> searches) {
        check(StoreFixture.Kind.POSTGRESQL, batches, searches);
    }

    private static void check(StoreFixture.Kind kind, List<List<Spec>> batches, List<Search> searches) {
        try (StoreFixture fixture = new StoreFixture(kind)) {
            Model model = new Model();
            for (List<Spec> batch : batches) {
                store(fixture.store.statements(), model, batch);
                if (batch.size() == 2) {
                    fixture.reopen();
                }
            }
            compare(fixture.store.statements(), model, searches);
            // Deletion takes back what referring statements had of the deleted ones.
            int victim = batches.get(0).get(0).id;
            DeletionReport report = fixture.store.deletion().deleteStatement(StoreFixture.id(victim));
            assertThat(report.statements()).isEqualTo(model.statements.containsKey(victim) ? 1 : 0);
            model.deleteIf(spec -> spec.id == victim);
            if (victim % 2 == 0) {
                fixture.store.deletion().deleteAgent(Set.of(agentKey(1)));
                model.deleteIf(spec -> spec.actor == 1
                        || spec.authority == 1
                        || spec.agents.contains(1)
                        || spec.relatedAgents.contains(1));
            }
            compare(fixture.store.statements(), model, searches);
        }
    }

    private static void store(StatementStore store, Model model, List<Spec> batch) {
        Map<Integer, Spec> distinct = new LinkedHashMap<>();
        batch.forEach(spec -> distinct.putIfAbsent(spec.id, spec));
        boolean conflict = distinct.values().stream().anyMatch(spec -> {
            Spec known = model.statements.get(spec.id);
            return known != null && known.verb != spec.verb;
        });
        List<StatementEntry> entries =
                distinct.values().stream().map(Spec::entry).toList();

        AppendResult result = store.append(entries, List.of(), StoreFixture.SAME);

        assertThat(result).isInstanceOf(conflict ? AppendResult.Conflict.class : AppendResult.Stored.class);
        Statistics.label("batches").collect(conflict ? "conflict" : "stored");
        if (!conflict) {
            distinct.forEach(model.statements::putIfAbsent);
        }
    }

    private static void compare(StatementStore store, Model model, List<Search> searches) {
        for (Search search : searches) {
            List<String> expected = model.find(search);
            assertThat(all(store, search)).as("%s", search).isEqualTo(expected);
            Statistics.label("found").collect(expected.isEmpty() ? "none" : "some");
        }
        for (Spec spec : model.statements.values()) {
            assertThat(store.find(StoreFixture.id(spec.id), true, null).isPresent())
                    .isEqualTo(model.isVoided(spec));
        }
    }

    private static List<String> all(StatementStore store, Search search) {
        List<String> found = new ArrayList<>();
        StatementQuery query = search.query();
        StatementPage page = store.query(query);
        found.addAll(StoreFixture.words(page.statements()));
        while (page.next() != null) {
            page = store.query(query.from(page.next()));
            found.addAll(StoreFixture.words(page.statements()));
        }
        return found;
    }
}
