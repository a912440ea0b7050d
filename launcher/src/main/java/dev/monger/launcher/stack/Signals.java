package dev.monger.launcher.stack;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Hears SIGINT, SIGTERM and SIGHUP. A shutdown hook would not do: it cannot choose the exit code,
 * and it never hears a second Ctrl-C. The class behind it has no supported name, hence reflection.
 */
public final class Signals {

    private Signals() {}

    /** Calls back at each such signal, on a thread of the JVM. */
    public static void heard(Runnable callback) throws Refusal {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Method handle = signal.getMethod("handle", signal, handler);
            InvocationHandler answer =
                    (proxy, method, arguments) ->
                            switch (method.getName()) {
                                case "handle" -> {
                                    callback.run();
                                    yield null;
                                }
                                case "equals" ->
                                        arguments != null
                                                && System.identityHashCode(proxy)
                                                        == System.identityHashCode(arguments[0]);
                                case "hashCode" -> System.identityHashCode(proxy);
                                default -> "launcher's signal handler";
                            };
            Object proxy =
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(), new Class<?>[] {handler}, answer);
            for (String name : List.of("INT", "TERM", "HUP")) {
                handle.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            }
        } catch (ReflectiveOperationException absent) {
            throw new Refusal(
                    Refusal.BAD_INPUT, "this Java cannot hear signals: " + absent, absent);
        }
    }
}
