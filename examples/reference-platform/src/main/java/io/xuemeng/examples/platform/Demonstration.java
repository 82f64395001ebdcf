package io.xuemeng.examples.platform;

import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.examples.platform.account.Account;
import io.xuemeng.examples.platform.account.Accounts;
import io.xuemeng.examples.platform.account.Passwords;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.EntityDescription;
import io.xuemeng.examples.platform.federation.EntityKeys;
import io.xuemeng.examples.platform.federation.Role;
import io.xuemeng.examples.platform.web.Secrets;
import io.xuemeng.examples.platform.web.TrustedProxies;
import io.xuemeng.lrs.server.EngineLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole federation on one machine: a hub, a province with two people, and a platform, each with keys and records of its own in a
 * folder. Passwords are new with each start and nowhere written down.
 */
final class Demonstration implements AutoCloseable {

    /**
     * Who is in it.
     *
     * @param hub the hub's address: http, on this machine
     * @param province the province's
     * @param platform the platform's
     * @param sm2 whether the platform wants the province to sign with SM2
     */
    record Places(URI hub, URI province, URI platform, boolean sm2) {}

    /** The two people of the province, and what is known of them. */
    private static final String PUPIL = "lihua";

    private static final String TEACHER = "wang";
    private static final String SCHOOL = "2111000001";
    private static final int PASSWORD_LENGTH = 12;
    private static final int CONNECTIONS = 4;

    private final Places places;
    private final String pupilPassword = Secrets.random().substring(0, PASSWORD_LENGTH);
    private final String teacherPassword = Secrets.random().substring(0, PASSWORD_LENGTH);
    private final Deque<PlatformServer> servers = new ArrayDeque<>();

    private Demonstration(Places places) {
        this.places = places;
    }

    /** Starts all three; those that run are stopped again when one cannot be started. */
    static Demonstration start(Path folder, Places places) throws IOException, SQLException, UnusableKeyException {
        Demonstration demonstration = new Demonstration(places);
        boolean started = false;
        try {
            demonstration.startAll(folder);
            started = true;
            return demonstration;
        } finally {
            if (!started) {
                demonstration.close();
            }
        }
    }

    private void startAll(Path folder) throws IOException, SQLException, UnusableKeyException {
        EntityKeys hubKeys = EntityKeys.in(folder.resolve("hub"));
        EntityKeys provinceKeys = EntityKeys.in(folder.resolve("province"));
        EntityKeys platformKeys = EntityKeys.in(folder.resolve("platform"));
        EntityDescription hub = describe(places.hub(), Role.HUB, hubKeys);
        List<EntityDescription> members = List.of(
                describe(places.province(), Role.PROVINCE, provinceKeys),
                describe(places.platform(), Role.PLATFORM, platformKeys));
        serve(settings(places.hub(), Role.HUB, "国家枢纽（演示）", hubKeys, null, members), Accounts.none(), null);
        serve(
                settings(places.province(), Role.PROVINCE, "甲省教育平台（演示）", provinceKeys, hub, List.of()),
                accounts(),
                folder.resolve("province"));
        serve(
                settings(places.platform(), Role.PLATFORM, "乙学习平台（演示）", platformKeys, hub, List.of()),
                Accounts.none(),
                folder.resolve("platform"));
    }

    private static EntityDescription describe(URI address, Role role, EntityKeys keys) {
        return new EntityDescription(address.toString(), role.entityTypes(), Entity.keySet(keys.federation()));
    }

    private Entity.Settings settings(
            URI address,
            Role role,
            String name,
            EntityKeys keys,
            @Nullable EntityDescription hub,
            List<EntityDescription> members) {
        return new Entity.Settings(
                address,
                role,
                name,
                keys,
                hub,
                hub == null ? null : hub.entity(),
                members,
                // All of it is on this machine, where nothing may be fetched otherwise.
                List.of(places.hub(), places.province(), places.platform()));
    }

    private Accounts accounts() {
        String school = " org=" + SCHOOL + " region=110101";
        return Accounts.of(List.of(
                account(PUPIL, pupilPassword, "learner" + school + " stage=primary minor=true"),
                account(TEACHER, teacherPassword, "teacher" + school)));
    }

    private static Account account(String name, String password, String more) {
        return Accounts.parse(name + ' ' + Passwords.hash(password) + ' ' + more);
    }

    private void serve(Entity.Settings entity, Accounts accounts, @Nullable Path folder) throws SQLException {
        boolean sm2 = places.sm2() && entity.role() == Role.PLATFORM;
        servers.push(PlatformServer.start(new PlatformServer.Settings(
                entity.id().getHost(),
                entity.id().getPort(),
                TrustedProxies.none(),
                new Clients(entity.id().toString()),
                folder == null
                        ? null
                        : new Records.Settings(
                                "h2:" + folder, CONNECTIONS, false, null, null, List.of(), EngineLimits.defaults()),
                new IdentityPart.Settings(entity, accounts, sm2))));
    }

    /** The name of the pupil's account at the province. */
    String pupil() {
        return PUPIL;
    }

    String pupilPassword() {
        return pupilPassword;
    }

    /** The name of the teacher's account at the province. */
    String teacher() {
        return TEACHER;
    }

    String teacherPassword() {
        return teacherPassword;
    }

    @Override
    public void close() {
        servers.forEach(PlatformServer::close);
    }
}
