package dev.paperboy.slack.sandbox;

import io.javalin.http.Context;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Slack's Web API under {@code /api/METHOD}: who may call, how often, and with what answer. */
final class WebApi {
    private final Credentials credentials;
    private final FaultGate gate;
    private final Faults faults;
    private final WireLog log;
    private final RateGuard rates;
    private final Scopes scopes;
    private volatile boolean uninstalled;
    private final Map<String, ApiMethod> methods = new HashMap<>();

    WebApi(Credentials credentials, FaultGate gate, Faults faults, WireLog log, RateGuard rates, Scopes scopes) {
        this.scopes = scopes;
        this.credentials = credentials;
        this.gate = gate;
        this.faults = faults;
        this.log = log;
        this.rates = rates;
    }

    Map<String, ApiMethod> methods() {
        return methods;
    }

    /** The bot's token is void from now on; the app's is not, for the app still exists. */
    void uninstall() {
        uninstalled = true;
    }

    void addAuth(Supplier<URI> socketUrl) {
        methods.put("api.test", ApiMethod.of("", 0, call -> Json.object()));
        methods.put("auth.test", ApiMethod.of("", 0, call -> whoAmI()));
        methods.put(
                "apps.connections.open",
                new ApiMethod(
                        "connections:write",
                        1,
                        true,
                        call -> Json.object().put("url", socketUrl.get().toString())));
    }

    void handle(Context ctx) {
        String method = ctx.pathParam("method");
        Call call = Call.of(method, params(ctx));
        String token = token(ctx, call);
        ObjectNode shown = call.params().deepCopy();
        shown.remove("token");
        gate.pass(ctx, Exchange.Kind.WEB_API, method, Json.MAPPER.writeValueAsString(shown), () -> answer(call, token));
    }

    private Answer answer(Call call, String token) {
        try {
            ApiMethod method = methods.get(call.method());
            if (method == null) {
                throw SlackRefusal.bad("unknown_method", call.method());
            }
            authorize(call, method, token);
            var wait = rates.check(call.method(), method.perMinute(), call.text("channel"));
            if (wait.isPresent()) {
                return Answer.tooFast(wait.get());
            }
            return Answer.ok(method.work().apply(call))
                    .with(Map.of("x-oauth-scopes", provided(method)))
                    .seenAs(call::showEffects);
        } catch (SlackRefusal refusal) {
            if (refusal.violation) {
                log.violation(call.method(), refusal.code, refusal.more.toString());
            }
            return Answer.refused(refusal.code, refusal.more);
        }
    }

    private void authorize(Call call, ApiMethod method, String token) {
        if (token.isEmpty()) {
            throw SlackRefusal.state("not_authed");
        }
        if (!credentials.isKnown(token)
                || faults.take(SlackFault.INVALID_AUTH, call.method()).isPresent()) {
            throw SlackRefusal.state("invalid_auth");
        }
        boolean app = token.equals(credentials.appToken());
        if (uninstalled && !app) {
            throw SlackRefusal.state("account_inactive");
        }
        if (app != method.byApp() && !call.method().equals("auth.test")) {
            throw SlackRefusal.state("not_allowed_token_type");
        }
        boolean missing = !app && !method.scope().isEmpty() && !scopes.has(method.scope());
        if (missing || faults.take(SlackFault.MISSING_SCOPE, call.method()).isPresent()) {
            throw scopes.missing(method.scope());
        }
    }

    private String provided(ApiMethod method) {
        return method.byApp() ? "connections:write" : scopes.provided();
    }

    private static ObjectNode whoAmI() {
        return Json.object()
                .put("url", "https://" + World.DOMAIN + ".slack.com/")
                .put("team", World.TEAM_NAME)
                .put("user", "paperboy")
                .put("team_id", World.TEAM)
                .put("user_id", World.BOT_USER)
                .put("bot_id", World.BOT)
                .put("is_enterprise_install", false);
    }

    private static String token(Context ctx, Call call) {
        String header = ctx.header("Authorization");
        if (header != null && header.startsWith("Bearer ")) {
            return header.substring("Bearer ".length()).strip();
        }
        return call.text("token");
    }

    private static ObjectNode params(Context ctx) {
        String type = ctx.contentType();
        if (type != null && type.startsWith("application/json")) {
            return Json.parseObject(ctx.body()).orElseGet(Json::object);
        }
        ObjectNode params = Json.object();
        ctx.queryParamMap().forEach((name, values) -> params.put(name, values.getFirst()));
        ctx.formParamMap().forEach((name, values) -> params.put(name, values.getFirst()));
        return params;
    }
}
