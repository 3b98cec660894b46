<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Algo ha fallado dentro del programa.</translation>
    </message>
    <message>
        <source>What you have practised is saved; start the program again if it is stuck.</source>
        <translation>Lo que has practicado está guardado; si el programa no responde, ábrelo de nuevo.</translation>
    </message>
    <message>
        <source>The window needs the system library {file}, which is missing.</source>
        <translation>La ventana necesita la biblioteca del sistema {file}, que no está instalada.</translation>
    </message>
    <message>
        <source>Install the package libxcb-cursor0, or set COACH_HEADLESS=1 to run without a window.</source>
        <translation>Instala el paquete libxcb-cursor0, o usa COACH_HEADLESS=1 para trabajar sin ventana.</translation>
    </message>
    <message>
        <source>From the next start, the program speaks English.</source>
        <comment>name your language in place of English</comment>
        <translation>A partir del próximo inicio, el programa hablará español.</translation>
    </message>
    <message>
        <source>The practice log cannot be written at the moment; you can go on practising.</source>
        <translation>Ahora no se puede escribir en el diario de práctica; puedes seguir practicando.</translation>
    </message>
    <message>
        <source>Make room on the disk; the program tries again, and you can export this session at the end.</source>
        <translation>Libera espacio en el disco; el programa lo intentará otra vez, y al final puedes exportar esta sesión.</translation>
    </message>
    <message>
        <source>The practice log is written again; nothing was lost.</source>
        <translation>El diario de práctica vuelve a guardarse; no se ha perdido nada.</translation>
    </message>
    <message>
        <source>Your usual camera is not connected. Camera: {name}.</source>
        <translation>Tu cámara de siempre no está conectada. Cámara: {name}.</translation>
    </message>
    <message>
        <source>No camera found: the drawn face stands in as the patient.</source>
        <translation>No hay cámara: la cara dibujada hace de paciente.</translation>
    </message>
    <message>
        <source>The drawn face is the patient.</source>
        <translation>La cara dibujada es el paciente.</translation>
    </message>
    <message>
        <source>Camera: {name}.</source>
        <translation>Cámara: {name}.</translation>
    </message>
    <message>
        <source>Camera {number} is on.</source>
        <translation>La cámara {number} está encendida.</translation>
    </message>
    <message>
        <source>The log file says where; what was already saved is safe.</source>
        <translation>El archivo de registro dice dónde; lo que ya estaba guardado está a salvo.</translation>
    </message>
    <message>
        <source>Camera {number}</source>
        <translation>Cámara {number}</translation>
    </message>
    <message>
        <source>Camera {number} has stopped sending pictures.</source>
        <translation>La cámara {number} ha dejado de enviar imágenes.</translation>
    </message>
    <message>
        <source>Check its cable; I go on by myself when it comes back.</source>
        <translation>Revisa su cable; cuando vuelva, la sesión seguirá sola.</translation>
    </message>
    <message>
        <source>Camera {number} was not found.</source>
        <translation>No se encuentra la cámara {number}.</translation>
    </message>
    <message>
        <source>Connect a camera, or practise with the drawn face.</source>
        <translation>Conecta una cámara, o practica con la cara dibujada.</translation>
    </message>
    <message>
        <source>You are not allowed to use camera {number}.</source>
        <translation>No tienes permiso para usar la cámara {number}.</translation>
    </message>
    <message>
        <source>Add yourself to the group &apos;video&apos; and log in again.</source>
        <translation>Añade tu usuario al grupo «video» y vuelve a iniciar la sesión.</translation>
    </message>
    <message>
        <source>Camera {number} cannot be opened.</source>
        <translation>No se puede abrir la cámara {number}.</translation>
    </message>
    <message>
        <source>Connect it, allow this program to use it, and close other programs that use it.</source>
        <translation>Conéctala, permite que este programa la use y cierra otros programas que la usen.</translation>
    </message>
    <message>
        <source>The pictures cannot be read because of an internal problem.</source>
        <translation>No se pueden leer las imágenes por un problema interno.</translation>
    </message>
    <message>
        <source>Start again; details are in the log file.</source>
        <translation>Empieza de nuevo; los detalles están en el archivo de registro.</translation>
    </message>
    <message>
        <source>The camera was unplugged.</source>
        <translation>La cámara se ha desconectado.</translation>
    </message>
    <message>
        <source>Plug it in again.</source>
        <translation>Conéctala otra vez.</translation>
    </message>
    <message>
        <source>The landmark engine cannot be loaded.</source>
        <translation>No se puede cargar el motor que sigue la cara.</translation>
    </message>
    <message>
        <source>Run the set-up again: it installs the engine with its models.</source>
        <translation>Vuelve a ejecutar la instalación: instala el motor con sus modelos.</translation>
    </message>
    <message>
        <source>The landmark model {file} cannot be read.</source>
        <translation>No se puede leer el modelo {file} que sigue la cara.</translation>
    </message>
    <message>
        <source>The landmark model {file} is damaged or another one.</source>
        <translation>El modelo de puntos faciales {file} está dañado o es otro.</translation>
    </message>
    <message>
        <source>The landmark engine cannot be started.</source>
        <translation>No se puede poner en marcha el motor que sigue la cara.</translation>
    </message>
    <message>
        <source>The landmark engine stopped working.</source>
        <translation>El motor que sigue la cara ha dejado de funcionar.</translation>
    </message>
    <message>
        <source>Please start the session again.</source>
        <translation>Empieza la sesión de nuevo, por favor.</translation>
    </message>
    <message>
        <source>The session stopped because of an internal problem.</source>
        <translation>La sesión se ha parado por un problema interno.</translation>
    </message>
    <message>
        <source>Start it again; details are in the log file.</source>
        <translation>Empiézala de nuevo; los detalles están en el archivo de registro.</translation>
    </message>
    <message>
        <source>The camera sends a black picture.</source>
        <translation>La cámara envía una imagen negra.</translation>
    </message>
    <message>
        <source>Open its cover; I go on by myself.</source>
        <translation>Quita la tapa de la cámara; la sesión seguirá sola.</translation>
    </message>
    <message>
        <source>No new pictures are coming from the network camera.</source>
        <translation>No llegan imágenes nuevas de la cámara de red.</translation>
    </message>
    <message>
        <source>No new pictures are coming from the camera.</source>
        <translation>No llegan imágenes nuevas de la cámara.</translation>
    </message>
    <message>
        <source>The network camera cannot be reached, or sends no video.</source>
        <translation>No se llega a la cámara de red, o no envía vídeo.</translation>
    </message>
    <message>
        <source>Check its address and that it is switched on and in the same network.</source>
        <translation>Comprueba su dirección, que esté encendida y en la misma red.</translation>
    </message>
    <message>
        <source>Network camera</source>
        <translation>Cámara de red</translation>
    </message>
    <message>
        <source>The network camera has stopped sending pictures.</source>
        <translation>La cámara de red ha dejado de enviar imágenes.</translation>
    </message>
    <message>
        <source>The network camera has changed the shape of its picture.</source>
        <translation>La cámara de red ha cambiado la forma de su imagen.</translation>
    </message>
    <message>
        <source>Leave it as it is now; I go on by myself.</source>
        <translation>Déjala como está ahora; sigo por mi cuenta.</translation>
    </message>
    <message>
        <source>Check the network; I go on by myself when it comes back.</source>
        <translation>Revisa la red; cuando vuelva, la sesión seguirá sola.</translation>
    </message>
    <message>
        <source>{file} is not a video that can be read.</source>
        <translation>{file} no es un vídeo que se pueda leer.</translation>
    </message>
    <message>
        <source>It may be damaged or cut off; record or copy it again.</source>
        <translation>Puede estar dañado o incompleto; grábalo o cópialo otra vez.</translation>
    </message>
    <message>
        <source>{file} is a folder, not a video.</source>
        <translation>{file} es una carpeta, no un vídeo.</translation>
    </message>
    <message>
        <source>Name a video file.</source>
        <translation>Indica un archivo de vídeo.</translation>
    </message>
    <message>
        <source>The video {file} was not found.</source>
        <translation>No se encuentra el vídeo {file}.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Comprueba su nombre.</translation>
    </message>
    <message>
        <source>The video&apos;s name is too long: {file}.</source>
        <translation>El nombre del vídeo es demasiado largo: {file}.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Acórtalo.</translation>
    </message>
    <message>
        <source>The video {file} cannot be read.</source>
        <translation>No se puede leer el vídeo {file}.</translation>
    </message>
    <message>
        <source>Check that you may open it.</source>
        <translation>Comprueba que tienes permiso para abrirlo.</translation>
    </message>
    <message>
        <source>The video {file} is empty.</source>
        <translation>El vídeo {file} está vacío.</translation>
    </message>
    <message>
        <source>Record or copy it again.</source>
        <translation>Grábalo o cópialo otra vez.</translation>
    </message>
    <message>
        <source>The video is cut off: {read} of {announced} seconds could be read.</source>
        <translation>El vídeo está cortado: se pudieron leer {read} de {announced} segundos.</translation>
    </message>
    <message>
        <source>What could be read was used.</source>
        <translation>Se ha usado lo que se ha podido leer.</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Face at rest</source>
        <translation>En reposo</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Mira</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>Prepárate</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mueve</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Mantén</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Suelta</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Descansa</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Massage</source>
        <translation>Masaje</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Estiramiento</translation>
    </message>
    <message>
        <source>Imagine</source>
        <translation>Imagina</translation>
    </message>
    <message>
        <source>Keep still</source>
        <translation>Sin mover</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the left brow still.</source>
        <translation>Más pequeño y más lento: deja quieta la ceja izquierda.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the right brow still.</source>
        <translation>Más pequeño y más lento: deja quieta la ceja derecha.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the left eye open.</source>
        <translation>Más pequeño y más lento: que el ojo izquierdo siga abierto y tranquilo.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the right eye open.</source>
        <translation>Más pequeño y más lento: que el ojo derecho siga abierto y tranquilo.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the left side of the nose soft.</source>
        <translation>Más pequeño y más lento: deja suave el lado izquierdo de la nariz.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the right side of the nose soft.</source>
        <translation>Más pequeño y más lento: deja suave el lado derecho de la nariz.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the left mouth corner quiet.</source>
        <translation>Más pequeño y más lento: deja tranquila la comisura izquierda.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the right mouth corner quiet.</source>
        <translation>Más pequeño y más lento: deja tranquila la comisura derecha.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the chin soft on the left.</source>
        <translation>Más pequeño y más lento: deja suave la barbilla a la izquierda.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the chin soft on the right.</source>
        <translation>Más pequeño y más lento: deja suave la barbilla a la derecha.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the neck soft on the left.</source>
        <translation>Más pequeño y más lento: deja suave el cuello a la izquierda.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the neck soft on the right.</source>
        <translation>Más pequeño y más lento: deja suave el cuello a la derecha.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: let the left brow rest.</source>
        <translation>Más suave, sin apretar: deja descansar la ceja izquierda.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: let the right brow rest.</source>
        <translation>Más suave, sin apretar: deja descansar la ceja derecha.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: left side of the nose at rest.</source>
        <translation>Más suave, sin apretar: el lado izquierdo de la nariz en reposo.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: right side of the nose at rest.</source>
        <translation>Más suave, sin apretar: el lado derecho de la nariz en reposo.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: let the left mouth corner rest.</source>
        <translation>Más suave, sin apretar: deja descansar la comisura izquierda.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: let the right mouth corner rest.</source>
        <translation>Más suave, sin apretar: deja descansar la comisura derecha.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: chin soft on the left.</source>
        <translation>Más suave, sin apretar: el mentón suelto a la izquierda.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: chin soft on the right.</source>
        <translation>Más suave, sin apretar: el mentón suelto a la derecha.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: neck soft on the left.</source>
        <translation>Más suave, sin apretar: el cuello suelto a la izquierda.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: neck soft on the right.</source>
        <translation>Más suave, sin apretar: el cuello suelto a la derecha.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the brows still.</source>
        <translation>Más pequeño y más lento: deja las cejas quietas.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the eyes open.</source>
        <translation>Más pequeño y más lento: deja los ojos abiertos.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the nose soft.</source>
        <translation>Más pequeño y más lento: deja la nariz suelta.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the mouth corners quiet.</source>
        <translation>Más pequeño y más lento: deja las comisuras quietas.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the chin soft.</source>
        <translation>Más pequeño y más lento: deja el mentón suelto.</translation>
    </message>
    <message>
        <source>Smaller and slower: keep the neck soft.</source>
        <translation>Más pequeño y más lento: deja el cuello suelto.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: let the brows rest.</source>
        <translation>Más suave, sin apretar: deja descansar las cejas.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: let the nose rest.</source>
        <translation>Más suave, sin apretar: deja descansar la nariz.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: let the mouth corners rest.</source>
        <translation>Más suave, sin apretar: deja descansar las comisuras.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: chin soft.</source>
        <translation>Más suave, sin apretar: el mentón suelto.</translation>
    </message>
    <message>
        <source>Softer, without a squeeze: neck soft.</source>
        <translation>Más suave, sin apretar: el cuello suelto.</translation>
    </message>
    <message>
        <source>Let the side that goes further wait.</source>
        <translation>Deja que espere el lado que llega más lejos.</translation>
    </message>
    <message>
        <source>One side went further. Let it wait for the other.</source>
        <translation>Un lado llegó más lejos. Deja que espere al otro.</translation>
    </message>
    <message>
        <source>Let the side that goes further do less.</source>
        <translation>Deja que haga menos el lado que llega más lejos.</translation>
    </message>
    <message>
        <source>Not scored: I could not see your face well enough.</source>
        <translation>Sin medir: no he podido ver bien tu cara.</translation>
    </message>
    <message>
        <source>Not scored: the movement was too small for me to see. That is fine.</source>
        <translation>Sin medir: el movimiento ha sido demasiado pequeño para verlo. No pasa nada.</translation>
    </message>
    <message>
        <source>Not scored: I do not know your resting face yet.</source>
        <translation>Sin medir: aún no conozco tu cara en reposo.</translation>
    </message>
    <message>
        <source>Not scored: you skipped this one.</source>
        <translation>Sin medir: has saltado esta vez.</translation>
    </message>
    <message>
        <source>Not scored: it was interrupted.</source>
        <translation>Sin medir: se ha interrumpido.</translation>
    </message>
    <message>
        <source>Not scored: the camera cannot see this movement. You judge it.</source>
        <translation>Sin medir: la cámara no ve este movimiento. Lo valoras tú.</translation>
    </message>
    <message>
        <source>Not scored: you stopped because it hurt. That was right.</source>
        <translation>Sin medir: paraste porque te dolía. Hiciste bien.</translation>
    </message>
    <message>
        <source>Wait for the word, then start with both sides.</source>
        <translation>Espera la señal y empieza con los dos lados.</translation>
    </message>
    <message>
        <source>Slower. Take the whole count.</source>
        <translation>Más lento. Usa todo el tiempo.</translation>
    </message>
    <message>
        <source>Smaller. Very little is enough.</source>
        <translation>Más pequeño. Con muy poco basta.</translation>
    </message>
    <message>
        <source>Let the left side wait.</source>
        <translation>Deja que el lado izquierdo espere.</translation>
    </message>
    <message>
        <source>Let the right side wait.</source>
        <translation>Deja que el lado derecho espere.</translation>
    </message>
    <message>
        <source>Sit in front of the camera.</source>
        <translation>Siéntate delante de la cámara.</translation>
    </message>
    <message>
        <source>Only your face in the picture, please.</source>
        <translation>Solo tu cara en la imagen, por favor.</translation>
    </message>
    <message>
        <source>Let the face rest: I look at it anew.</source>
        <translation>Deja la cara en reposo: la miro de nuevo.</translation>
    </message>
    <message>
        <source>Move to the middle of the picture.</source>
        <translation>Colócate en el centro de la imagen.</translation>
    </message>
    <message>
        <source>Take your hand, hair or mask away. Tip shining glasses down.</source>
        <translation>Aparta la mano, el pelo o la mascarilla. Si las gafas brillan, inclínalas.</translation>
    </message>
    <message>
        <source>Turn a lamp towards your face.</source>
        <translation>Enciende una luz suave delante de ti.</translation>
    </message>
    <message>
        <source>Turn the bright light away from your face.</source>
        <translation>Aparta de tu cara la luz fuerte.</translation>
    </message>
    <message>
        <source>Light from your left: turn toward it, camera too.</source>
        <translation>La luz te llega por la izquierda: gírate hacia ella, con la cámara.</translation>
    </message>
    <message>
        <source>Light from your right: turn toward it, camera too.</source>
        <translation>La luz te llega por la derecha: gírate hacia ella, con la cámara.</translation>
    </message>
    <message>
        <source>Wait for steady light.</source>
        <translation>Espera a que la luz no cambie.</translation>
    </message>
    <message>
        <source>Keep still for a moment, or clean the lens.</source>
        <translation>Quédate un momento sin moverte, o limpia la lente.</translation>
    </message>
    <message>
        <source>Come a little closer.</source>
        <translation>Acércate un poco.</translation>
    </message>
    <message>
        <source>Move back a little.</source>
        <translation>Échate un poco hacia atrás.</translation>
    </message>
    <message>
        <source>Look straight at the camera.</source>
        <translation>Mira de frente a la cámara.</translation>
    </message>
    <message>
        <source>Chin level: not up, not down.</source>
        <translation>La barbilla recta: ni arriba ni abajo.</translation>
    </message>
    <message>
        <source>Look at the camera with both eyes open.</source>
        <translation>Mira a la cámara con los dos ojos abiertos.</translation>
    </message>
    <message>
        <source>The camera is slow: more light, and close other programs.</source>
        <translation>La cámara va lenta: más luz, y cierra otros programas.</translation>
    </message>
    <message>
        <source>The left side went further. Let it wait for the right.</source>
        <translation>El lado izquierdo ha ido más lejos. Deja que espere al derecho.</translation>
    </message>
    <message>
        <source>Let the left side do less.</source>
        <translation>Deja que el lado izquierdo haga menos.</translation>
    </message>
    <message>
        <source>The right side went further. Let it wait for the left.</source>
        <translation>El lado derecho ha ido más lejos. Deja que espere al izquierdo.</translation>
    </message>
    <message>
        <source>Let the right side do less.</source>
        <translation>Deja que el lado derecho haga menos.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Waiting for the camera</source>
        <translation>Esperando a la cámara</translation>
    </message>
    <message>
        <source>Sit in front of the camera, with light on your face.</source>
        <translation>Siéntate ante la cámara, con luz en la cara.</translation>
    </message>
    <message>
        <source>Good. Stay like this.</source>
        <translation>Bien. Quédate así.</translation>
    </message>
    <message>
        <source>Your glasses shine. Tip them down a little, or move the light.</source>
        <translation>Tus gafas brillan. Inclínalas un poco hacia abajo, o mueve la luz.</translation>
    </message>
    <message>
        <source>Let your face rest. Eyes open, lips just touching.</source>
        <translation>Deja descansar la cara. Ojos abiertos, labios apenas juntos.</translation>
    </message>
    <message>
        <source>Your resting face has changed a little. Let it go soft before you begin.</source>
        <translation>Tu cara en reposo ha cambiado un poco. Deja que se afloje antes de empezar.</translation>
    </message>
    <message>
        <source>I could not measure your resting face. You can practise, without scores.</source>
        <translation>No he podido medir tu cara en reposo. Puedes practicar, pero sin medidas.</translation>
    </message>
    <message>
        <source>I cannot score this picture. You can practise, without scores.</source>
        <translation>Con esta imagen no puedo medir. Puedes practicar, pero sin medidas.</translation>
    </message>
    <message>
        <source>Get ready.</source>
        <translation>Prepárate.</translation>
    </message>
    <message>
        <source>{rep} of {reps}.</source>
        <translation>{rep} de {reps}.</translation>
    </message>
    <message>
        <source>First: {title}.</source>
        <translation>Primero: {title}.</translation>
    </message>
    <message>
        <source>Next up: {title}.</source>
        <translation>Ahora viene: {title}.</translation>
    </message>
    <message>
        <source>Let go. From here on it is smaller and shorter.</source>
        <translation>Suelta. A partir de ahora será más pequeño y más corto.</translation>
    </message>
    <message>
        <source>Let go. From here on it is shorter.</source>
        <translation>Suelta. A partir de aquí es más corto.</translation>
    </message>
    <message>
        <source>This is the smallest there is. Rest, or leave this one out.</source>
        <translation>Esto es lo más pequeño que hay. Descansa, o deja este ejercicio.</translation>
    </message>
    <message>
        <source>We do this one later.</source>
        <translation>Este lo haremos más tarde.</translation>
    </message>
    <message>
        <source>Let your face go soft. This exercise is left out today. If the pain stays, end for today and tell your therapist.</source>
        <translation>Deja la cara suave. Hoy no haremos más este ejercicio. Si el dolor sigue, termina por hoy y díselo a tu terapeuta.</translation>
    </message>
    <message>
        <source>Very small at first, so that I learn what is clean for you.</source>
        <translation>Muy pequeño al principio, para que yo aprenda qué es limpio en tu caso.</translation>
    </message>
    <message>
        <source>Very small once more.</source>
        <translation>Muy pequeño una vez más.</translation>
    </message>
    <message>
        <source>Soft and slow, so that I learn what is clean for you.</source>
        <translation>Suave y lento, para que aprenda qué es limpio en ti.</translation>
    </message>
    <message>
        <source>The mark is a little further now. Small and calm is enough.</source>
        <translation>La marca está ahora un poco más lejos. Pequeño y tranquilo es suficiente.</translation>
    </message>
    <message>
        <source>The mark is nearer now. Less is right.</source>
        <translation>La marca está ahora más cerca. Menos está bien.</translation>
    </message>
    <message>
        <source>Calm, and the rest of the face stayed quiet. Good.</source>
        <translation>Tranquilo, y el resto de la cara quedó quieto. Bien.</translation>
    </message>
    <message>
        <source>No squeeze. Good. Keep up your eye care.</source>
        <translation>Sin apretar. Bien. Sigue con el cuidado del ojo.</translation>
    </message>
    <message>
        <source>Clean. This is the size to practise.</source>
        <translation>Limpio. Este es el tamaño para practicar.</translation>
    </message>
    <message>
        <source>We do this one again.</source>
        <translation>Repetimos esta.</translation>
    </message>
    <message>
        <source>Thank you. What I saw is in the summary.</source>
        <translation>Gracias. Lo que he visto está en el resumen.</translation>
    </message>
    <message>
        <source>Thank you. It was too little for me to sum up.</source>
        <translation>Gracias. Ha sido muy poco para poder resumirlo.</translation>
    </message>
    <message>
        <source>That is all for today. Let your face go soft.</source>
        <translation>Esto es todo por hoy. Deja la cara suave.</translation>
    </message>
    <message>
        <source>Stopped. What you did is kept.</source>
        <translation>Has parado. Lo que has hecho queda guardado.</translation>
    </message>
    <message>
        <source>Even and small. Good.</source>
        <translation>Igualado y pequeño. Bien.</translation>
    </message>
    <message>
        <source>Both sides together. Good.</source>
        <translation>Los dos lados a la vez. Bien.</translation>
    </message>
    <message>
        <source>Calm and even. Good.</source>
        <translation>Tranquilo e igualado. Bien.</translation>
    </message>
    <message>
        <source>I cannot see a face. Sit in front of the camera.</source>
        <translation>No veo ninguna cara. Siéntate ante la cámara.</translation>
    </message>
    <message>
        <source>I see more than one face. Only you should be in the picture.</source>
        <translation>Veo más de una cara. En la imagen debes estar solo tú.</translation>
    </message>
    <message>
        <source>I see another face, or another camera, than the one I measured at rest.</source>
        <translation>Veo otra cara, u otra cámara, distinta de la que medí en reposo.</translation>
    </message>
    <message>
        <source>Part of your face is outside the picture. Move to the middle.</source>
        <translation>Parte de tu cara queda fuera de la imagen. Ponte en el centro.</translation>
    </message>
    <message>
        <source>A hand, hair, a mask or light in your glasses hides part of your face.</source>
        <translation>Una mano, el pelo, una mascarilla o un reflejo en las gafas tapa parte de tu cara.</translation>
    </message>
    <message>
        <source>It is too dark. Turn on a light in front of you.</source>
        <translation>Está muy oscuro. Enciende una luz suave delante de ti.</translation>
    </message>
    <message>
        <source>It is too bright. Turn the light away from your face.</source>
        <translation>Hay demasiada luz. Aparta la luz de tu cara.</translation>
    </message>
    <message>
        <source>The light comes from your left. Turn yourself and the camera toward it.</source>
        <translation>La luz te llega por la izquierda. Gírate hacia ella, tú y la cámara.</translation>
    </message>
    <message>
        <source>The light comes from your right. Turn yourself and the camera toward it.</source>
        <translation>La luz te llega por la derecha. Gírate hacia ella, tú y la cámara.</translation>
    </message>
    <message>
        <source>The light is changing. Wait until it is steady.</source>
        <translation>La luz está cambiando. Espera a que se estabilice.</translation>
    </message>
    <message>
        <source>The picture is blurred. Hold still, or clean the lens.</source>
        <translation>La imagen está borrosa. No te muevas, o limpia la lente.</translation>
    </message>
    <message>
        <source>You are too far away. Come closer.</source>
        <translation>Estás demasiado lejos. Acércate.</translation>
    </message>
    <message>
        <source>You are too near. Move back a little.</source>
        <translation>Estás demasiado cerca. Aléjate un poco.</translation>
    </message>
    <message>
        <source>Turn your head to face the camera.</source>
        <translation>Gira la cabeza para mirar a la cámara.</translation>
    </message>
    <message>
        <source>Level your chin, not up and not down.</source>
        <translation>Pon la barbilla recta, ni arriba ni abajo.</translation>
    </message>
    <message>
        <source>Hold your head upright.</source>
        <translation>Mantén la cabeza derecha.</translation>
    </message>
    <message>
        <source>I cannot see both eyes well. Face the camera, take glasses off.</source>
        <translation>No veo bien los dos ojos. Mira a la cámara y quítate las gafas.</translation>
    </message>
    <message>
        <source>The camera is slow. More light or closing other programs helps.</source>
        <translation>La cámara va lenta. Ayuda más luz o cerrar otros programas.</translation>
    </message>
    <message>
        <source>Let the face rest. I am measuring your resting face.</source>
        <translation>Deja descansar la cara. Estoy midiendo tu cara en reposo.</translation>
    </message>
    <message>
        <source>Let the face rest and keep still for a moment.</source>
        <translation>Deja descansar la cara y no te muevas un momento.</translation>
    </message>
    <message>
        <source>The disk is full, so the results were not written.</source>
        <translation>El disco está lleno y los resultados no se han guardado.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then try again.</source>
        <translation>Libera espacio o elige otra carpeta, y prueba otra vez.</translation>
    </message>
    <message>
        <source>The place for the results is a file, not a folder.</source>
        <translation>El lugar para los resultados es un archivo, no una carpeta.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elige otra carpeta.</translation>
    </message>
    <message>
        <source>The results cannot be written to {folder}: {reason}.</source>
        <translation>No se pueden guardar los resultados en {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The disk is full, so the practice log could not be written.</source>
        <translation>El disco está lleno y no se ha podido guardar el diario de práctica.</translation>
    </message>
    <message>
        <source>Another program is using the practice log.</source>
        <translation>Otro programa está usando el diario de práctica.</translation>
    </message>
    <message>
        <source>The practice log cannot be written.</source>
        <translation>No se puede escribir en el diario de práctica.</translation>
    </message>
    <message>
        <source>The practice log is damaged.</source>
        <translation>El diario de práctica está dañado.</translation>
    </message>
    <message>
        <source>The practice log cannot be opened.</source>
        <translation>No se puede abrir el diario de práctica.</translation>
    </message>
    <message>
        <source>Free some space, then try again; what was saved before is safe.</source>
        <translation>Libera espacio y prueba otra vez; lo que ya estaba guardado está a salvo.</translation>
    </message>
    <message>
        <source>Close other windows of this program, then try again.</source>
        <translation>Cierra otras ventanas de este programa y prueba otra vez.</translation>
    </message>
    <message>
        <source>My practice</source>
        <translation>Mi práctica</translation>
    </message>
    <message>
        <source>{file} is too large for a plan.</source>
        <translation>{file} es demasiado grande para ser un plan.</translation>
    </message>
    <message>
        <source>Choose the plan file of your therapist; its name ends in .toml.</source>
        <translation>Elige el archivo del plan de tu terapeuta; su nombre acaba en .toml.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8 text.</source>
        <translation>{file} no es texto UTF-8.</translation>
    </message>
    <message>
        <source>Save it again with the encoding UTF-8.</source>
        <translation>Guárdalo otra vez con la codificación UTF-8.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} no se puede leer.</translation>
    </message>
    <message>
        <source>The plan could not be written.</source>
        <translation>No se pudo escribir el plan.</translation>
    </message>
    <message>
        <source>Check that you may write to {folder}.</source>
        <translation>Comprueba que tienes permiso para escribir en {folder}.</translation>
    </message>
    <message>
        <source>Put back a copy from {folder}/backups, or move it away.</source>
        <translation>Recupera una copia de {folder}/backups, o aparta el archivo.</translation>
    </message>
    <message>
        <source>The file of the practice log is not a practice log.</source>
        <translation>El archivo del diario de práctica no es un diario de práctica.</translation>
    </message>
    <message>
        <source>Move {file} out of {folder}, then start again.</source>
        <translation>Saca {file} de {folder} y empieza de nuevo.</translation>
    </message>
    <message>
        <source>The disk could not read or write the practice log.</source>
        <translation>El disco no ha podido leer o guardar el diario de práctica.</translation>
    </message>
    <message>
        <source>Check that there is free space and that {folder} is still there.</source>
        <translation>Comprueba que hay espacio libre y que {folder} sigue ahí.</translation>
    </message>
    <message>
        <source>The practice log did not work.</source>
        <translation>El diario de práctica no ha funcionado.</translation>
    </message>
    <message>
        <source>Start again; the log file of the program says more.</source>
        <translation>Empieza de nuevo; el archivo de registro del programa dice más.</translation>
    </message>
    <message>
        <source>This session was changed elsewhere at the same time.</source>
        <translation>Esta sesión se ha cambiado en otro sitio al mismo tiempo.</translation>
    </message>
    <message>
        <source>Open it again, then retry.</source>
        <translation>Ábrela otra vez y repite.</translation>
    </message>
    <message>
        <source>The practice log cannot be opened: {reason}.</source>
        <translation>No se puede abrir el diario de práctica: {reason}.</translation>
    </message>
    <message>
        <source>A part of this session&apos;s measures cannot be read.</source>
        <translation>No se puede leer una parte de las medidas de esta sesión.</translation>
    </message>
    <message>
        <source>The rest of the practice log is not affected.</source>
        <translation>El resto del diario de práctica está bien.</translation>
    </message>
    <message>
        <source>The practice log cannot be found: {file} points to nothing.</source>
        <translation>No se encuentra el diario de práctica: {file} no lleva a ninguna parte.</translation>
    </message>
    <message>
        <source>Connect the disk that holds it, then start again.</source>
        <translation>Conecta el disco que lo contiene y vuelve a empezar.</translation>
    </message>
    <message>
        <source>The practice log was written by a newer version of this program.</source>
        <translation>El diario de práctica es de una versión más nueva de este programa.</translation>
    </message>
    <message>
        <source>Your sessions are kept but cannot be shown. Install the newest version.</source>
        <translation>Tus sesiones están guardadas, pero no se pueden mostrar. Instala la versión más nueva.</translation>
    </message>
    <message>
        <source>{file} is not a practice log of this program.</source>
        <translation>{file} no es un diario de práctica de este programa.</translation>
    </message>
    <message>
        <source>Move it out of {folder}, then start again.</source>
        <translation>Sácalo de {folder} y empieza de nuevo.</translation>
    </message>
    <message>
        <source>This session is in the practice log already.</source>
        <translation>Esta sesión ya está en el diario de práctica.</translation>
    </message>
    <message>
        <source>This session&apos;s entry in the practice log is damaged.</source>
        <translation>La entrada de esta sesión en el diario de práctica está dañada.</translation>
    </message>
    <message>
        <source>The other sessions are not affected.</source>
        <translation>Las demás sesiones están bien.</translation>
    </message>
    <message>
        <source>An answer is outside its scale.</source>
        <translation>Una respuesta está fuera de su escala.</translation>
    </message>
    <message>
        <source>There is no such session in the practice log.</source>
        <translation>Esa sesión no está en el diario de práctica.</translation>
    </message>
    <message>
        <source>The settings could not be read, so the usual ones are used.</source>
        <translation>No se han podido leer los ajustes; se usan los habituales.</translation>
    </message>
    <message>
        <source>The settings file was damaged, so the usual settings are used.</source>
        <translation>El archivo de ajustes estaba dañado; se usan los ajustes habituales.</translation>
    </message>
    <message>
        <source>Some settings could not be used ({names}) and were reset.</source>
        <translation>Algunos ajustes no se podían usar ({names}) y se han restablecido.</translation>
    </message>
    <message>
        <source>Your settings could not be saved.</source>
        <translation>No se han podido guardar tus ajustes.</translation>
    </message>
    <message>
        <source>The old file is kept as {file}.</source>
        <translation>El archivo anterior se conserva como {file}.</translation>
    </message>
    <message>
        <source>Start, pause, go on</source>
        <translation>Empezar, pausar, seguir</translation>
    </message>
    <message>
        <source>Skip this exercise</source>
        <translation>Saltar este ejercicio</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Picture as in a mirror</source>
        <translation>Invertir la imagen, como un espejo</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>Colores como el sistema</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>About and limits</source>
        <translation>Sobre el programa y sus límites</translation>
    </message>
    <message>
        <source>&amp;Practice</source>
        <translation>&amp;Práctica</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Where should the session go?</source>
        <translation>¿Dónde guardar la sesión?</translation>
    </message>
    <message>
        <source>Saved in {folder}</source>
        <translation>Guardado en {folder}</translation>
    </message>
    <message>
        <source>Read all</source>
        <translation>Leer todo</translation>
    </message>
    <message>
        <source>Read all of what to mind</source>
        <translation>Leer todo lo que hay que tener en cuenta</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Antes de empezar</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Go on where you stopped</source>
        <translation>Seguir donde lo dejaste</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Start again: put the unfinished practice aside</source>
        <translation>Empezar de nuevo: dejar la práctica sin acabar</translation>
    </message>
    <message>
        <source>Your practice</source>
        <translation>Tu práctica</translation>
    </message>
    <message>
        <source>{practice}: you stopped at exercise {number} of {count}, {exercise}. What you did is kept.</source>
        <translation>«{practice}»: paraste en el ejercicio {number} de {count}, «{exercise}». Lo que hiciste está guardado.</translation>
    </message>
    <message>
        <source>Past practice</source>
        <translation>Prácticas anteriores</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Look at the chosen session</source>
        <translation>Ver la sesión elegida</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export the chosen session to a folder</source>
        <translation>Exportar la sesión elegida a una carpeta</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>Delete the chosen session</source>
        <translation>Borrar la sesión elegida</translation>
    </message>
    <message>
        <source>Your sessions will be listed here.</source>
        <translation>Aquí aparecerán tus sesiones.</translation>
    </message>
    <message numerus="yes">
        <source>{n} repetitions, {measured} measured</source>
        <comment>{n} repetition, {measured} measured</comment>
        <translation>
            <numerusform>{n} repetición, medidas: {measured}</numerusform>
            <numerusform>{n} repeticiones, medidas: {measured}</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>how Qt writes a short date</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>how Qt writes a day</comment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>how Qt writes a month</comment>
        <translation>MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>how Qt writes a short month with its year</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <comment>how Qt writes a date</comment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy, HH:mm</translation>
    </message>
    <message>
        <source>nothing finished</source>
        <translation>nada terminado</translation>
    </message>
    <message>
        <source>Affected side</source>
        <translation>Lado afectado</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start practice</source>
        <translation>Empezar la práctica</translation>
    </message>
    <message>
        <source>Start practice (Space)</source>
        <translation>Empezar la práctica (Espacio)</translation>
    </message>
    <message>
        <source>Today&apos;s practice</source>
        <translation>La práctica de hoy</translation>
    </message>
    <message>
        <source>Nothing to practise yet</source>
        <translation>Todavía no hay nada que practicar</translation>
    </message>
    <message>
        <source>Your own left and right.</source>
        <translation>Tu propia izquierda y derecha.</translation>
    </message>
    <message numerus="yes">
        <source>{n} exercises</source>
        <comment>{n} exercise</comment>
        <translation>
            <numerusform>{n} ejercicio</numerusform>
            <numerusform>{n} ejercicios</numerusform>
        </translation>
    </message>
    <message>
        <source>Share of the session done</source>
        <translation>Parte hecha de la sesión</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Mi cara</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Pausar o seguir</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Too hard</source>
        <translation>Me cuesta</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>Me duele</translation>
    </message>
    <message>
        <source>It hurts: stop this</source>
        <translation>Me duele: parar esto</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Another exercise, or later</source>
        <translation>Otro ejercicio, o más tarde</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Stop the session</source>
        <translation>Parar la sesión</translation>
    </message>
    <message>
        <source>Next exercise</source>
        <translation>Siguiente ejercicio</translation>
    </message>
    <message>
        <source>End for today</source>
        <translation>Terminar por hoy</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>Seguir así</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>We stop this one</source>
        <translation>Paramos aquí</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Left went further</source>
        <translation>El izquierdo ha ido más lejos</translation>
    </message>
    <message>
        <source>Right went further</source>
        <translation>El derecho ha ido más lejos</translation>
    </message>
    <message>
        <source>Left compared with right</source>
        <translation>Izquierdo comparado con derecho</translation>
    </message>
    <message>
        <source>Right compared with left</source>
        <translation>Derecho comparado con izquierdo</translation>
    </message>
    <message>
        <source>It joins in more than at the start. Smaller and slower helps.</source>
        <translation>Se mueve con el gesto más que al principio. Ayuda hacerlo más pequeño y más lento.</translation>
    </message>
    <message>
        <source>It joins in less than at the start.</source>
        <translation>Se mueve con el gesto menos que al principio.</translation>
    </message>
    <message>
        <source>No real change yet.</source>
        <translation>Todavía sin cambio real.</translation>
    </message>
    <message>
        <source>Too few repetitions to compare.</source>
        <translation>Muy pocas repeticiones para comparar.</translation>
    </message>
    <message>
        <source>Each point is a week; the small dots are its sessions.</source>
        <translation>Cada punto es una semana; los puntitos son sus sesiones.</translation>
    </message>
    <message>
        <source>A session in the striped band has not really changed since the start.</source>
        <translation>Una sesión dentro de la banda rayada no muestra un cambio real desde el principio.</translation>
    </message>
    <message>
        <source>± is how far off one number may be. Two sessions are mostly off alike, so a smaller change can count.</source>
        <translation>± dice cuánto puede desviarse un número. Dos sesiones se desvían casi igual, por eso también puede contar un cambio menor.</translation>
    </message>
    <message>
        <source>100 %: both alike</source>
        <translation>100 %: los dos igual</translation>
    </message>
    <message>
        <source>{size} in the last session. This is the size to train.</source>
        <translation>{size} en la última sesión. Este es el tamaño para practicar.</translation>
    </message>
    <message>
        <source>{before} at the start, {now} in the last session ({day}). These cannot be compared.</source>
        <translation>{before} al principio, {now} en la última sesión ({day}). No se pueden comparar.</translation>
    </message>
    <message>
        <source>No real change yet: {before} at the start, {now} in the last session ({day}).</source>
        <translation>Todavía sin cambio real: {before} al principio, {now} en la última sesión ({day}).</translation>
    </message>
    <message>
        <source>A difference above {needed} counts. Slow is usual.</source>
        <translation>Cuenta una diferencia de más de {needed}. Lo normal es ir despacio.</translation>
    </message>
    <message>
        <source>The two sides are closer: {before} at the start, {now} in the last session ({day}).</source>
        <translation>Los dos lados se parecen más: {before} al principio, {now} en la última sesión ({day}).</translation>
    </message>
    <message>
        <source>{side} goes further than at the start: {before} then, {now} in the last session ({day}).</source>
        <translation>{side}: llega más lejos que al principio, {before} entonces y {now} en la última sesión ({day}).</translation>
    </message>
    <message>
        <source>{side} goes less far than at the start: {before} then, {now} in the last session ({day}).</source>
        <translation>{side}: llega menos lejos que al principio, {before} entonces y {now} en la última sesión ({day}).</translation>
    </message>
    <message>
        <source>Sessions in which it was made easier are shown, but not compared.</source>
        <translation>Las sesiones en las que fue más fácil se muestran, pero no se comparan.</translation>
    </message>
    <message>
        <source>no real change</source>
        <translation>sin cambio real</translation>
    </message>
    <message>
        <source>There is not one affected side, so both are shown.</source>
        <translation>No hay un solo lado afectado, así que se muestran los dos.</translation>
    </message>
    <message>
        <source>How far with nothing joining in</source>
        <translation>Hasta dónde sin que se mueva nada más</translation>
    </message>
    <message>
        <source>How much the {place} joins in</source>
        <translation>Cuánto se mueve también: {place}</translation>
    </message>
    <message>
        <source>% for each mm of movement</source>
        <translation>% por cada mm de movimiento</translation>
    </message>
    <message>
        <source>mm for each mm of movement</source>
        <translation>mm por cada mm de movimiento</translation>
    </message>
    <message>
        <source>0: it stays quiet</source>
        <translation>0: se queda quieto</translation>
    </message>
    <message>
        <source>It was made easier each time, so nothing is compared.</source>
        <translation>Cada vez se hizo más fácil, por eso no se compara nada.</translation>
    </message>
    <message>
        <source>One session so far. A second one gives something to compare.</source>
        <translation>Una sesión hasta ahora. Con otra más se podrá comparar.</translation>
    </message>
    <message>
        <source>{now} so far.</source>
        <translation>{now} hasta ahora.</translation>
    </message>
    <message>
        <source>Two sessions with two repetitions or more can be compared.</source>
        <translation>Se pueden comparar dos sesiones con dos repeticiones o más.</translation>
    </message>
    <message numerus="yes">
        <source>{n} points</source>
        <comment>{n} point</comment>
        <translation>
            <numerusform>{n} punto</numerusform>
            <numerusform>{n} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>That is more than measuring alone explains.</source>
        <translation>Es más de lo que explica la medición por sí sola.</translation>
    </message>
    <message>
        <source>Week of {day}: {amount}, {count}.</source>
        <translation>Semana del {day}: {amount}, {count}.</translation>
    </message>
    <message>
        <source>{day}: {amount}, {count}.</source>
        <translation>{day}: {amount}, {count}.</translation>
    </message>
    <message>
        <source>your left side went further. Let it wait.</source>
        <translation>tu lado izquierdo ha ido más lejos. Deja que espere.</translation>
    </message>
    <message>
        <source>your right side went further. Let it wait.</source>
        <translation>tu lado derecho ha ido más lejos. Deja que espere.</translation>
    </message>
    <message>
        <source>That was your practice</source>
        <translation>Esta ha sido tu práctica</translation>
    </message>
    <message>
        <source>Stopped for today</source>
        <translation>Lo dejamos por hoy</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Repeticiones</translation>
    </message>
    <message>
        <source>Left further</source>
        <translation>Más lejos el izquierdo</translation>
    </message>
    <message>
        <source>Right further</source>
        <translation>Más lejos el derecho</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>Igualado</translation>
    </message>
    <message numerus="yes">
        <source>Something joined in {n} times</source>
        <comment>Something joined in once</comment>
        <translation>
            <numerusform>Algo más se movió una vez</numerusform>
            <numerusform>Algo más se movió {n} veces</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing joined in</source>
        <translation>Nada más se movió</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>La última vez</translation>
    </message>
    <message>
        <source>{place}, {count} of {reps}</source>
        <translation>{place}, {count} de {reps}</translation>
    </message>
    <message>
        <source>Joined in</source>
        <translation>Se ha movido también</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>{reps}, all measured</source>
        <translation>{reps}, todas medidas</translation>
    </message>
    <message>
        <source>{reps}, not measured</source>
        <translation>{reps}, sin medir</translation>
    </message>
    <message>
        <source>{reps}, {scored} measured</source>
        <translation>{reps}, medidas: {scored}</translation>
    </message>
    <message>
        <source>No repetition was finished.</source>
        <translation>No se terminó ninguna repetición.</translation>
    </message>
    <message numerus="yes">
        <source>All of them could be measured.</source>
        <comment>It could be measured.</comment>
        <translation>
            <numerusform>Se ha podido medir.</numerusform>
            <numerusform>Se han podido medir todas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of them could be measured.</source>
        <comment>{n} of them could be measured.</comment>
        <translation>
            <numerusform>Se ha podido medir {n}.</numerusform>
            <numerusform>Se han podido medir {n}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of them could be measured.</source>
        <comment>It could not be measured.</comment>
        <translation>
            <numerusform>No se ha podido medir.</numerusform>
            <numerusform>No se ha podido medir ninguna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You did {n} repetitions.</source>
        <comment>You did {n} repetition.</comment>
        <translation>
            <numerusform>Has hecho {n} repetición.</numerusform>
            <numerusform>Has hecho {n} repeticiones.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you did is kept.</source>
        <translation>Lo que has hecho queda guardado.</translation>
    </message>
    <message>
        <source>This is a session of the drawn face, not of you.</source>
        <translation>Esta sesión es de la cara dibujada, no tuya.</translation>
    </message>
    <message>
        <source>Left and right moved evenly.</source>
        <translation>Los dos lados se han movido por igual.</translation>
    </message>
    <message>
        <source>{exercise}: {what}</source>
        <translation>{exercise}: {what}</translation>
    </message>
    <message>
        <source>{exercise}: your {place} joined in, {count} of {reps} times. Softer helps.</source>
        <translation>{exercise}: se movió también {place}, {count} de {reps} veces. Más suave ayuda.</translation>
    </message>
    <message>
        <source>Your resting face changed while you practised: {place}, by {mm} mm.</source>
        <translation>Tu cara en reposo ha cambiado durante la práctica: {place}, {mm} mm.</translation>
    </message>
    <message>
        <source>Nothing else joined in.</source>
        <translation>No se ha movido nada más.</translation>
    </message>
    <message>
        <source>What joined in</source>
        <translation>Lo que se movió también</translation>
    </message>
    <message>
        <source>Show the two curves</source>
        <translation>Ver las dos curvas</translation>
    </message>
    <message>
        <source>Show the two curves behind it</source>
        <translation>Ver las dos curvas que hay detrás</translation>
    </message>
    <message>
        <source>Take the entry back</source>
        <translation>Quitar la anotación</translation>
    </message>
    <message>
        <source>Take this therapist&apos;s entry back</source>
        <translation>Quitar esta anotación del terapeuta</translation>
    </message>
    <message>
        <source>For the therapist: chin or neck…</source>
        <translation>Para el terapeuta: barbilla o cuello…</translation>
    </message>
    <message>
        <source>For the therapist: enter what the camera cannot see at chin or neck</source>
        <translation>Para el terapeuta: anotar lo que la cámara no ve en la barbilla o el cuello</translation>
    </message>
    <message>
        <source>In which repetition</source>
        <translation>En qué repetición</translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation>Dónde fue</translation>
    </message>
    <message>
        <source>How strong it was</source>
        <translation>Qué intensidad tuvo</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Anotar</translation>
    </message>
    <message>
        <source>Enter what was seen</source>
        <translation>Anotar lo que se vio</translation>
    </message>
    <message>
        <source>The camera cannot see bands of the neck or dimples of the chin.</source>
        <translation>La cámara no ve las bandas del cuello ni los hoyuelos de la barbilla.</translation>
    </message>
    <message>
        <source>{exercise}: your {place} joined in, {count} of {reps} times. Smaller and slower helps.</source>
        <translation>{exercise}: tu {place} se ha movido también, {count} de {reps} veces. Ayuda hacerlo más pequeño y más lento.</translation>
    </message>
    <message>
        <source>Compared with last time: no real change.</source>
        <translation>En comparación con la última vez: sin cambio real.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Evolución</translation>
    </message>
    <message>
        <source>Reading your sessions</source>
        <translation>Leyendo tus sesiones</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Blinks the last time</source>
        <translation>Parpadeos la última vez</translation>
    </message>
    <message>
        <source>These are sessions of the drawn face, not of you.</source>
        <translation>Estas sesiones son de la cara dibujada, no tuyas.</translation>
    </message>
    <message>
        <source>Days differ. Look at the line over weeks and months.</source>
        <translation>Cada día es distinto. Mira la línea a lo largo de semanas y meses.</translation>
    </message>
    <message>
        <source>You looked around. Nothing of this was kept.</source>
        <translation>Has echado un vistazo. No se ha guardado nada.</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>leave the summary</comment>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Done: back to the start</source>
        <translation>Listo: volver al inicio</translation>
    </message>
    <message>
        <source>A minute of talking</source>
        <translation>Un minuto hablando</translation>
    </message>
    <message>
        <source>Blinks in this session</source>
        <translation>Parpadeos en esta sesión</translation>
    </message>
    <message>
        <source>A page to print (PDF)…</source>
        <translation>Una página para imprimir (PDF)…</translation>
    </message>
    <message>
        <source>Save this session as a PDF page</source>
        <translation>Guardar esta sesión como página PDF</translation>
    </message>
    <message>
        <source>All in one file (zip)…</source>
        <translation>Todo en un archivo (zip)…</translation>
    </message>
    <message>
        <source>Save this session as one file with all measures</source>
        <translation>Guardar esta sesión en un archivo con todas las medidas</translation>
    </message>
    <message>
        <source>Export this session to a folder</source>
        <translation>Exportar esta sesión a una carpeta</translation>
    </message>
    <message>
        <source>For your therapist</source>
        <translation>Para tu terapeuta</translation>
    </message>
    <message>
        <source>You choose the folder. There is no picture of you in it.</source>
        <translation>Tú eliges la carpeta. No lleva ninguna foto tuya.</translation>
    </message>
    <message>
        <source>Keep two still pictures of this session?</source>
        <translation>¿Guardar dos fotos de esta sesión?</translation>
    </message>
    <message>
        <source>One of your face at rest, one of your largest movement. They stay on this computer, go into no export, and you can delete them under Progress.</source>
        <translation>Una de tu cara en reposo y otra de tu movimiento más grande. Se quedan en este ordenador, no van en ninguna exportación y puedes borrarlas en Evolución.</translation>
    </message>
    <message>
        <source>No, keep no pictures</source>
        <translation>No, no guardar fotos</translation>
    </message>
    <message>
        <source>Yes, keep both</source>
        <translation>Sí, guardar las dos</translation>
    </message>
    <message>
        <source>Two pictures are kept.</source>
        <translation>Se guardan dos fotos.</translation>
    </message>
    <message>
        <source>No picture was kept.</source>
        <translation>No se ha guardado ninguna foto.</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>Izquierda y derecha</translation>
    </message>
    <message>
        <source>Not scored: {why}</source>
        <translation>Sin medir: {why}</translation>
    </message>
    <message>
        <source>The camera has stopped. The session waits and goes on when the picture is back.</source>
        <translation>La cámara se ha parado. La sesión espera y sigue cuando vuelva la imagen.</translation>
    </message>
    <message>
        <source>Take your time. Press Space to go on.</source>
        <translation>Tómate tu tiempo. Pulsa Seguir o la barra espaciadora.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Seconds left</source>
        <translation>Segundos que quedan</translation>
    </message>
    <message>
        <source>Mistake: another part joins in</source>
        <translation>Así no: se mueve también otra parte</translation>
    </message>
    <message>
        <source>Mistake: one side pulls over</source>
        <translation>Así no: un lado tira del otro</translation>
    </message>
    <message>
        <source>Mistake: too big</source>
        <translation>Así no: demasiado grande</translation>
    </message>
    <message>
        <source>Mistake: too tense</source>
        <translation>Así no: demasiada tensión</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Demostración</translation>
    </message>
    <message>
        <source>Show a mistake</source>
        <translation>Cómo no hacerlo</translation>
    </message>
    <message>
        <source>Show the mistake beside it</source>
        <translation>Mostrar al lado cómo no hacerlo</translation>
    </message>
    <message>
        <source>Show the mistake beside it (X)</source>
        <translation>Mostrar al lado cómo no hacerlo (X)</translation>
    </message>
    <message>
        <source>Speed of the demonstration</source>
        <translation>Velocidad de la demostración</translation>
    </message>
    <message>
        <source>Like this</source>
        <translation>Así</translation>
    </message>
    <message>
        <source>face at rest</source>
        <translation>cara en reposo</translation>
    </message>
    <message>
        <source>Drawn face: {title}</source>
        <translation>Cara dibujada: {title}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Empezando</translation>
    </message>
    <message>
        <source>Mirror therapy needs one affected side. This is the plain mirror.</source>
        <translation>La terapia de espejo necesita un solo lado afectado. Aquí ves tu cara tal como es.</translation>
    </message>
    <message>
        <source>Your picture as in a mirror</source>
        <translation>Tu imagen como en un espejo</translation>
    </message>
    <message>
        <source>Your picture as others see you</source>
        <translation>Tu imagen como te ven los demás</translation>
    </message>
    <message>
        <source>No face in view</source>
        <translation>No se ve ninguna cara</translation>
    </message>
    <message>
        <source>Movement and what moved along</source>
        <translation>El movimiento y lo que se movió con él</translation>
    </message>
    <message>
        <source>Left and right arrow keys move the line.</source>
        <translation>Las flechas izquierda y derecha mueven la línea.</translation>
    </message>
    <message>
        <source>Gaps: blinks, and what could not be scored.</source>
        <translation>Huecos: parpadeos y lo que no se pudo medir.</translation>
    </message>
    <message>
        <source>No curve was measured here.</source>
        <translation>Aquí no se midió ninguna curva.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Practice programme</source>
        <translation>Programa de práctica</translation>
    </message>
    <message>
        <source>Left and right in each repetition</source>
        <translation>Izquierda y derecha en cada repetición</translation>
    </message>
    <message>
        <source>The last repetitions</source>
        <translation>Las últimas repeticiones</translation>
    </message>
    <message>
        <source>Path of this repetition, left and right</source>
        <translation>Recorrido de esta repetición, izquierda y derecha</translation>
    </message>
    <message>
        <source>This repetition</source>
        <translation>Esta repetición</translation>
    </message>
    <message>
        <source>Facial Retraining Coach</source>
        <translation>Entrenador de reeducación facial</translation>
    </message>
    <message>
        <source>For practice under a therapist&apos;s plan. Not a medical device: it does not diagnose, and its numbers are not a clinical grade. Everything stays on this computer.</source>
        <translation>Para practicar según el plan de tu terapeuta. No es un producto sanitario: no diagnostica, y sus números no son una valoración clínica. Todo se queda en este ordenador.</translation>
    </message>
    <message>
        <source>Seeing</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Oír</translation>
    </message>
    <message>
        <source>Camera and measuring</source>
        <translation>Cámara y medidas</translation>
    </message>
    <message>
        <source>My week and reminders</source>
        <translation>Mi semana y avisos</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Kept by the program</source>
        <translation>Lo guarda el programa</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Everything on the screen grows with it.</source>
        <translation>Todo lo que hay en la pantalla crece con él.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>High contrast is black with strong, clear lines.</source>
        <translation>El contraste alto es negro con líneas fuertes y claras.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste alto</translation>
    </message>
    <message>
        <source>Still pictures in place of moving ones.</source>
        <translation>Imágenes quietas en lugar de imágenes que se mueven.</translation>
    </message>
    <message>
        <source>What I see of myself</source>
        <translation>Qué veo de mí</translation>
    </message>
    <message>
        <source>You can change it at any moment while you practise. Measuring stays the same.</source>
        <translation>Puedes cambiarlo en cualquier momento mientras practicas. Se mide igual.</translation>
    </message>
    <message>
        <source>Bars only</source>
        <translation>Solo barras</translation>
    </message>
    <message>
        <source>Drawn face</source>
        <translation>Cara dibujada</translation>
    </message>
    <message>
        <source>Mirror therapy</source>
        <translation>Terapia de espejo</translation>
    </message>
    <message>
        <source>Voice only</source>
        <translation>Solo voz</translation>
    </message>
    <message>
        <source>Off: you see yourself as others see you.</source>
        <translation>Con «No», te ves como te ven los demás.</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Subtítulos</translation>
    </message>
    <message>
        <source>Shows what the coach says, in large letters.</source>
        <translation>Muestra en letras grandes lo que dice la voz.</translation>
    </message>
    <message>
        <source>The coach speaks.</source>
        <translation>Una voz te guía.</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Tonos</translation>
    </message>
    <message>
        <source>A short, soft tone at the start and the end of a movement.</source>
        <translation>Un tono corto y suave al empezar y al acabar un movimiento.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>The program remembers the camera itself, not its place in the list.</source>
        <translation>El programa recuerda la cámara misma, no su lugar en la lista.</translation>
    </message>
    <message>
        <source>A slow nod pauses</source>
        <translation>Asentir despacio hace una pausa</translation>
    </message>
    <message>
        <source>Nod slowly to pause or go on without touching the keyboard.</source>
        <translation>Asiente despacio para hacer una pausa o seguir sin tocar el teclado.</translation>
    </message>
    <message>
        <source>Distance of the outer eye corners</source>
        <translation>Distancia entre las comisuras externas de los ojos</translation>
    </message>
    <message>
        <source>Measured by a therapist with a caliper. It makes millimetres exact for this face. Without it, the size of the iris is the scale, and all sizes may be off by the same few per cent.</source>
        <translation>La mide un terapeuta con un calibre. Así los milímetros son exactos en esta cara. Sin ella, la escala es el tamaño del iris, y todas las medidas pueden tener el mismo pequeño error, de un tanto por ciento.</translation>
    </message>
    <message>
        <source>Days of practice a week</source>
        <translation>Días de práctica a la semana</translation>
    </message>
    <message>
        <source>Rest days are part of the plan. Nothing is counted against you.</source>
        <translation>Los días de descanso son parte del plan. Nada cuenta en tu contra.</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Avísame</translation>
    </message>
    <message>
        <source>A quiet note from the system at the times below.</source>
        <translation>Un aviso discreto del sistema a las horas de abajo.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Up to six times a day.</source>
        <translation>Hasta seis veces al día.</translation>
    </message>
    <message>
        <source>Keep reminding with the window closed</source>
        <translation>Seguir avisándome con la ventana cerrada</translation>
    </message>
    <message>
        <source>Camera and sound are off then; only a small round icon stays beside the clock. Quit (Ctrl+Q) ends it.</source>
        <translation>La cámara y el sonido están entonces apagados; solo queda un pequeño icono redondo junto al reloj. Para terminarlo del todo: Salir (Ctrl+Q).</translation>
    </message>
    <message>
        <source>Remind me from log-in on</source>
        <translation>Avisarme desde que enciendo el ordenador</translation>
    </message>
    <message>
        <source>The icon is there when you turn the computer on. No window opens.</source>
        <translation>El icono aparece solo. No se abre ninguna ventana.</translation>
    </message>
    <message>
        <source>Offer to keep two still pictures</source>
        <translation>Ofrecer guardar dos fotos</translation>
    </message>
    <message>
        <source>Off: the program never keeps a picture. On: after practice it asks you each time, and keeps nothing without your yes.</source>
        <translation>Con «No», el programa nunca guarda fotos. Con «Sí», tras la práctica te pregunta cada vez y solo las guarda si dices que sí.</translation>
    </message>
    <message>
        <source>Measuring and keeping</source>
        <translation>Medir y guardar</translation>
    </message>
    <message>
        <source>What you agreed to at the first start. You can take it back at any time.</source>
        <translation>Lo que aceptaste al principio. Puedes retirarlo en cualquier momento.</translation>
    </message>
    <message>
        <source>The window opens again in the new language.</source>
        <translation>La ventana se abre de nuevo en el idioma nuevo.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierdo</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecho</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin indicar</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Los dos</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Side was asked for</source>
        <translation>Ya se preguntó el lado</translation>
    </message>
    <message>
        <source>Off: the next practice asks which side is weak.</source>
        <translation>Apagado: la próxima práctica pregunta qué lado es el débil.</translation>
    </message>
    <message>
        <source>Practice chosen last</source>
        <translation>Última práctica elegida</translation>
    </message>
    <message>
        <source>Chosen on the home page.</source>
        <translation>Se elige en la página de inicio.</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Primer inicio</translation>
    </message>
    <message>
        <source>Which version of the first start was gone through; 0 shows it again.</source>
        <translation>Qué versión del primer inicio se ha recorrido; 0 lo muestra otra vez.</translation>
    </message>
    <message>
        <source>Safety cards read</source>
        <translation>Tarjetas de seguridad leídas</translation>
    </message>
    <message>
        <source>The day, and the cards that were read on it. They come once a day.</source>
        <translation>El día y las tarjetas que se leyeron ese día. Salen una vez al día.</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>ceja izquierda</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>ceja derecha</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>ojo izquierdo</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>ojo derecho</translation>
    </message>
    <message>
        <source>left side of the nose</source>
        <translation>lado izquierdo de la nariz</translation>
    </message>
    <message>
        <source>right side of the nose</source>
        <translation>lado derecho de la nariz</translation>
    </message>
    <message>
        <source>left corner of the mouth</source>
        <translation>comisura izquierda de la boca</translation>
    </message>
    <message>
        <source>right corner of the mouth</source>
        <translation>comisura derecha de la boca</translation>
    </message>
    <message>
        <source>left side of the chin</source>
        <translation>lado izquierdo de la barbilla</translation>
    </message>
    <message>
        <source>right side of the chin</source>
        <translation>lado derecho de la barbilla</translation>
    </message>
    <message>
        <source>left side of the neck</source>
        <translation>lado izquierdo del cuello</translation>
    </message>
    <message>
        <source>right side of the neck</source>
        <translation>lado derecho del cuello</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>así basta</translation>
    </message>
    <message>
        <source>Small, slow and even. Two or three out of ten is enough effort.</source>
        <translation>Pequeño, lento e igualado. Basta un esfuerzo de dos o tres sobre diez.</translation>
    </message>
    <message>
        <source>Space: start, pause, go on
N: skip this exercise
Esc: stop and keep what was done
M: picture as in a mirror, or as others see you
X: the mistake beside the right way
E: too hard, smaller and shorter
P: it hurts, stop this one
S: another exercise, or later
F, or 1 to 5: what you see of yourself
H: hide or show your picture
V: voice on or off
T: tones on or off
C: captions on or off
Ctrl + and Ctrl -: text size
Ctrl T: light or dark
F11: full screen
Ctrl Q: quit</source>
        <translation>Espacio: empezar, pausa, seguir
N: saltar este ejercicio
Esc: parar y guardar lo hecho
M: imagen como en un espejo, o como te ven los demás
X: cómo no hacerlo, junto a la forma correcta
E: me cuesta, más pequeño y más corto
P: me duele, parar este
S: otro ejercicio, o más tarde
F, o del 1 al 5: lo que ves de ti
H: ocultar o mostrar tu imagen
V: voz sí o no
T: tonos sí o no
C: subtítulos sí o no
Ctrl + y Ctrl -: tamaño del texto
Ctrl T: claro u oscuro
F11: pantalla completa
Ctrl Q: salir</translation>
    </message>
    <message>
        <source>Setting up</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Next: your face at rest</source>
        <translation>Después: tu cara en reposo</translation>
    </message>
    <message>
        <source>Next: the first exercise</source>
        <translation>Después: el primer ejercicio</translation>
    </message>
    <message>
        <source>Next: your turn</source>
        <translation>Después: te toca a ti</translation>
    </message>
    <message>
        <source>Next: move gently</source>
        <translation>Después: mueve con suavidad</translation>
    </message>
    <message>
        <source>Next: hold</source>
        <translation>Después: mantén</translation>
    </message>
    <message>
        <source>Next: let go slowly</source>
        <translation>Después: suelta despacio</translation>
    </message>
    <message>
        <source>Next: rest</source>
        <translation>Después: descansa</translation>
    </message>
    <message>
        <source>no face in view</source>
        <translation>no se ve la cara</translation>
    </message>
    <message>
        <source>more than one face</source>
        <translation>más de una cara</translation>
    </message>
    <message>
        <source>another face or camera</source>
        <translation>otra cara u otra cámara</translation>
    </message>
    <message>
        <source>face partly outside</source>
        <translation>cara en parte fuera</translation>
    </message>
    <message>
        <source>face partly covered</source>
        <translation>cara en parte tapada</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>muy oscuro</translation>
    </message>
    <message>
        <source>too bright</source>
        <translation>demasiada luz</translation>
    </message>
    <message>
        <source>light from the left</source>
        <translation>luz desde la izquierda</translation>
    </message>
    <message>
        <source>light from the right</source>
        <translation>luz desde la derecha</translation>
    </message>
    <message>
        <source>light changing</source>
        <translation>luz que cambia</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>borroso</translation>
    </message>
    <message>
        <source>too far away</source>
        <translation>demasiado lejos</translation>
    </message>
    <message>
        <source>too near</source>
        <translation>demasiado cerca</translation>
    </message>
    <message>
        <source>head turned</source>
        <translation>cabeza girada</translation>
    </message>
    <message>
        <source>chin up or down</source>
        <translation>barbilla alta o baja</translation>
    </message>
    <message>
        <source>head tilted</source>
        <translation>cabeza inclinada</translation>
    </message>
    <message>
        <source>eyes not seen well</source>
        <translation>ojos poco visibles</translation>
    </message>
    <message>
        <source>slow camera</source>
        <translation>cámara lenta</translation>
    </message>
    <message>
        <source>resting face not measured yet</source>
        <translation>aún sin medir en reposo</translation>
    </message>
    <message>
        <source>face not at rest yet</source>
        <translation>cara aún sin reposo</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Habla</translation>
    </message>
    <message>
        <source>Which camera?</source>
        <translation>¿Qué cámara?</translation>
    </message>
    <message>
        <source>Looking for cameras</source>
        <translation>Buscando cámaras</translation>
    </message>
    <message>
        <source>No camera found: a drawn face stands in. Plug a camera in; it appears by itself.</source>
        <translation>No hay cámara: una cara dibujada ocupa su lugar. Conecta una cámara; aparece sola.</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>Imagen en directo</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>Next: repetition {number}</source>
        <translation>Después: repetición {number}</translation>
    </message>
    <message>
        <source>Next: set {number}</source>
        <translation>Después: serie {number}</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Después: {title}</translation>
    </message>
    <message>
        <source>Next: another exercise</source>
        <translation>Después: otro ejercicio</translation>
    </message>
    <message>
        <source>This was the last one</source>
        <translation>Esta ha sido la última</translation>
    </message>
    <message>
        <source>{rep} of {reps}</source>
        <translation>{rep} de {reps}</translation>
    </message>
    <message>
        <source>{rep} of {reps}, set {set} of {sets}</source>
        <translation>{rep} de {reps}, serie {set} de {sets}</translation>
    </message>
    <message>
        <source>Exercise {number} of {count}</source>
        <translation>Ejercicio {number} de {count}</translation>
    </message>
    <message numerus="yes">
        <source>about {n} minutes</source>
        <comment>about a minute</comment>
        <translation>
            <numerusform>un minuto más o menos</numerusform>
            <numerusform>unos {n} minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Lower lip, up</source>
        <translation>Labio de abajo, hacia arriba</translation>
    </message>
    <message>
        <source>Brow, up</source>
        <translation>Ceja, hacia arriba</translation>
    </message>
    <message>
        <source>Eye closure</source>
        <translation>Cierre del ojo</translation>
    </message>
    <message>
        <source>% closed</source>
        <translation>% cerrado</translation>
    </message>
    <message>
        <source>Side of the nose, up</source>
        <translation>Lado de la nariz, hacia arriba</translation>
    </message>
    <message>
        <source>Corner of the mouth, outward</source>
        <translation>Comisura, hacia fuera</translation>
    </message>
    <message>
        <source>Corner of the mouth, up</source>
        <translation>Comisura, hacia arriba</translation>
    </message>
    <message numerus="yes">
        <source>mean of {n}: closed left {left} %, right {right} %</source>
        <comment>1 scored: closed left {left} %, right {right} %</comment>
        <translation>
            <numerusform>1 medida: cierre izquierdo {left} %, derecho {right} %</numerusform>
            <numerusform>media de {n}: cierre izquierdo {left} %, derecho {right} %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of {n}: left {left} mm, right {right} mm</source>
        <comment>1 scored: left {left} mm, right {right} mm</comment>
        <translation>
            <numerusform>1 medida: izquierdo {left} mm, derecho {right} mm</numerusform>
            <numerusform>media de {n}: izquierdo {left} mm, derecho {right} mm</numerusform>
        </translation>
    </message>
    <message>
        <source>affected {share} % of healthy</source>
        <translation>afectado {share} % del sano</translation>
    </message>
    <message>
        <source>beyond the other side</source>
        <translation>más que el otro lado</translation>
    </message>
    <message>
        <source>both sides, beyond what healthy faces show</source>
        <translation>los dos lados, más que en caras sanas</translation>
    </message>
    <message>
        <source>entered by a therapist</source>
        <translation>anotado por un terapeuta</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>mm from rest</source>
        <translation>mm desde el reposo</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>límite</translation>
    </message>
    <message>
        <source>points</source>
        <translation>puntos</translation>
    </message>
    <message>
        <source>threshold {limit} {unit}</source>
        <translation>umbral {limit} {unit}</translation>
    </message>
    <message>
        <source>Seconds from the start of the session</source>
        <translation>Segundos desde el inicio de la sesión</translation>
    </message>
    <message>
        <source>talking for {talked} of {seen} s</source>
        <translation>hablando {talked} de {seen} s</translation>
    </message>
    <message>
        <source>mouth: affected {share} % of healthy</source>
        <translation>boca: afectado {share} % del sano</translation>
    </message>
    <message numerus="yes">
        <source>{n} blinks</source>
        <comment>{n} blink</comment>
        <translation>
            <numerusform>{n} parpadeo</numerusform>
            <numerusform>{n} parpadeos</numerusform>
        </translation>
    </message>
    <message>
        <source>{region}: left against right</source>
        <translation>{region}: izquierdo y derecho</translation>
    </message>
    <message>
        <source>affected side not given</source>
        <translation>lado afectado sin indicar</translation>
    </message>
    <message>
        <source>the patient&apos;s own left and right</source>
        <translation>izquierda y derecha del propio paciente</translation>
    </message>
    <message>
        <source>{rep}, not scored</source>
        <translation>{rep}, sin medir</translation>
    </message>
    <message>
        <source>{side} (affected)</source>
        <translation>{side} (afect.)</translation>
    </message>
    <message>
        <source>repetition</source>
        <translation>repetición</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>mantener</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>sin medir</translation>
    </message>
    <message>
        <source>moved along without being asked</source>
        <translation>se ha movido sin pedirlo</translation>
    </message>
    <message>
        <source>left</source>
        <translation>izquierdo</translation>
    </message>
    <message>
        <source>right</source>
        <translation>derecho</translation>
    </message>
    <message>
        <source>affected: left</source>
        <translation>afectado: izquierdo</translation>
    </message>
    <message>
        <source>affected: right</source>
        <translation>afectado: derecho</translation>
    </message>
    <message>
        <source>affected: both</source>
        <translation>afectados: ambos</translation>
    </message>
    <message>
        <source>affected: none</source>
        <translation>afectado: ninguno</translation>
    </message>
    <message>
        <source>mm by the irises, ± {open} %</source>
        <translation>mm según los iris, ± {open} %</translation>
    </message>
    <message>
        <source>mm by irises that look unlike, ± {open} %</source>
        <translation>mm según iris que parecen distintos, ± {open} %</translation>
    </message>
    <message>
        <source>mm by a caliper, ± {open} %</source>
        <translation>mm según un calibre, ± {open} %</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>leve</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>moderado</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>grave</translation>
    </message>
    <message>
        <source>Brow</source>
        <translation>Ceja</translation>
    </message>
    <message>
        <source>Eye</source>
        <translation>Ojo</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nariz</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Boca</translation>
    </message>
    <message>
        <source>Chin</source>
        <translation>Barbilla</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cuello</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>En reposo</translation>
    </message>
    <message>
        <source>Brow raise</source>
        <translation>Subir las cejas</translation>
    </message>
    <message>
        <source>Frown</source>
        <translation>Ceño</translation>
    </message>
    <message>
        <source>Slow blink</source>
        <translation>Parpadeo lento</translation>
    </message>
    <message>
        <source>Smile closed</source>
        <translation>Sonrisa cerrada</translation>
    </message>
    <message>
        <source>Smile open</source>
        <translation>Sonrisa abierta</translation>
    </message>
    <message>
        <source>Pucker</source>
        <translation>Labios hacia delante</translation>
    </message>
    <message>
        <source>Snarl</source>
        <translation>Subir la nariz</translation>
    </message>
    <message>
        <source>Lower lip depress</source>
        <translation>Bajar el labio de abajo</translation>
    </message>
    <message>
        <source>Lip press</source>
        <translation>Labios juntos</translation>
    </message>
    <message>
        <source>Cheek puff</source>
        <translation>Mejillas con aire</translation>
    </message>
    <message>
        <source>Vowel a</source>
        <translation>Vocal a</translation>
    </message>
    <message>
        <source>Vowel e</source>
        <translation>Vocal e</translation>
    </message>
    <message>
        <source>Vowel i</source>
        <translation>Vocal i</translation>
    </message>
    <message>
        <source>Vowel o</source>
        <translation>Vocal o</translation>
    </message>
    <message>
        <source>Vowel u</source>
        <translation>Vocal u</translation>
    </message>
    <message>
        <source>Bite smile</source>
        <translation>Sonrisa al morder</translation>
    </message>
    <message>
        <source>the left brow moves along</source>
        <translation>se mueve también la ceja izquierda</translation>
    </message>
    <message>
        <source>the right brow moves along</source>
        <translation>se mueve también la ceja derecha</translation>
    </message>
    <message>
        <source>the left eye moves along</source>
        <translation>se mueve también el ojo izquierdo</translation>
    </message>
    <message>
        <source>the right eye moves along</source>
        <translation>se mueve también el ojo derecho</translation>
    </message>
    <message>
        <source>the left nose moves along</source>
        <translation>se mueve también el lado izquierdo de la nariz</translation>
    </message>
    <message>
        <source>the right nose moves along</source>
        <translation>se mueve también el lado derecho de la nariz</translation>
    </message>
    <message>
        <source>the left mouth moves along</source>
        <translation>se mueve también el lado izquierdo de la boca</translation>
    </message>
    <message>
        <source>the right mouth moves along</source>
        <translation>se mueve también el lado derecho de la boca</translation>
    </message>
    <message>
        <source>the left chin moves along</source>
        <translation>se mueve también el lado izquierdo de la barbilla</translation>
    </message>
    <message>
        <source>the right chin moves along</source>
        <translation>se mueve también el lado derecho de la barbilla</translation>
    </message>
    <message>
        <source>the left neck moves along</source>
        <translation>se mueve también el lado izquierdo del cuello</translation>
    </message>
    <message>
        <source>the right neck moves along</source>
        <translation>se mueve también el lado derecho del cuello</translation>
    </message>
    <message>
        <source>Your answers were changed in another window at the same time.</source>
        <translation>Tus respuestas se cambiaron a la vez en otra ventana.</translation>
    </message>
    <message>
        <source>Look at them again, then change what you like.</source>
        <translation>Míralas otra vez y cambia lo que quieras.</translation>
    </message>
    <message>
        <source>The picture is too large to be kept.</source>
        <translation>La foto es demasiado grande para guardarla.</translation>
    </message>
    <message>
        <source>{question} Day</source>
        <translation>{question} Día</translation>
    </message>
    <message>
        <source>{question} Month</source>
        <translation>{question} Mes</translation>
    </message>
    <message>
        <source>{question} Year</source>
        <translation>{question} Año</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Have you had an operation on the nerve, the smile or the eyelid?</source>
        <translation>¿Te han operado del nervio, de la sonrisa o del párpado?</translation>
    </message>
    <message>
        <source>Look at my answers and change them</source>
        <translation>Ver mis respuestas y cambiarlas</translation>
    </message>
    <message>
        <source>I have a warning sign</source>
        <translation>Tengo una señal de alarma</translation>
    </message>
    <message>
        <source>A therapist is with me now</source>
        <translation>Un terapeuta está conmigo</translation>
    </message>
    <message>
        <source>Does a therapist sit beside you? Only they open steps. It holds until they leave, or the program is closed.</source>
        <translation>¿Hay un terapeuta a tu lado? Solo un terapeuta abre pasos. Vale hasta que termine la visita o se cierre el programa.</translation>
    </message>
    <message>
        <source>Yes, beside me</source>
        <translation>Sí, a mi lado</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>End the therapist&apos;s visit</source>
        <translation>Terminar la visita</translation>
    </message>
    <message>
        <source>A therapist is beside you. Every programme is shown; they may open steps.</source>
        <translation>Hay un terapeuta a tu lado. Se muestran todos los programas; el terapeuta puede abrir pasos.</translation>
    </message>
    <message>
        <source>About me</source>
        <translation>Sobre mí</translation>
    </message>
    <message>
        <source>Which operation?</source>
        <translation>¿Qué operación?</translation>
    </message>
    <message>
        <source>When was it?</source>
        <translation>¿Cuándo fue?</translation>
    </message>
    <message>
        <source>Has your surgeon said that you may move and touch your face?</source>
        <translation>¿Te ha dicho tu cirujano que ya puedes mover y tocar la cara?</translation>
    </message>
    <message>
        <source>Yes, one of these</source>
        <translation>Sí, una de estas</translation>
    </message>
    <message>
        <source>A doctor or my therapist has looked at it</source>
        <translation>Ya me ha visto un profesional</translation>
    </message>
    <message>
        <source>Has a doctor or your therapist looked at it, and said that you may practise?</source>
        <translation>¿Ha revisado la señal un médico o tu terapeuta, y te ha dicho que puedes practicar?</translation>
    </message>
    <message>
        <source>Yes, I may practise</source>
        <translation>Sí, puedo practicar</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>This shuts practice until a doctor or your therapist has looked at it. Is it so?</source>
        <translation>Esto cierra la práctica hasta que lo haya visto un médico o tu terapeuta. ¿Es así?</translation>
    </message>
    <message>
        <source>Yes, it is so</source>
        <translation>Sí, es así</translation>
    </message>
    <message>
        <source>No, a slip</source>
        <translation>No, un error</translation>
    </message>
    <message>
        <source>That was a slip: I have none of these</source>
        <translation>Fue un error: no tengo ninguna</translation>
    </message>
    <message>
        <source>Was none of these signs ever there? If one was, have it looked at first.</source>
        <translation>¿No hubo nunca ninguna de estas señales? Si hubo alguna, haz que la vean primero.</translation>
    </message>
    <message>
        <source>None was there</source>
        <translation>No hubo ninguna</translation>
    </message>
    <message>
        <source>Leave it shut</source>
        <translation>Dejarla cerrada</translation>
    </message>
    <message>
        <source>Do you have one of these now?</source>
        <translation>¿Tienes ahora alguna de estas señales?</translation>
    </message>
    <message>
        <source>Warning signs</source>
        <translation>Señales de alarma</translation>
    </message>
    <message>
        <source>Practice is shut</source>
        <translation>La práctica está cerrada</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>Mis respuestas</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>It does not move at all</source>
        <translation>No se mueve nada</translation>
    </message>
    <message>
        <source>It moves a little, or flickers</source>
        <translation>Se mueve un poco, o tiembla</translation>
    </message>
    <message>
        <source>It moves, and pulls other parts along</source>
        <translation>Se mueve y arrastra otras partes</translation>
    </message>
    <message>
        <source>It moves well, and nothing joins in</source>
        <translation>Se mueve bien y nada se le une</translation>
    </message>
    <message>
        <source>Bell&apos;s palsy: no cause was found</source>
        <translation>Parálisis de Bell: no se halló la causa</translation>
    </message>
    <message>
        <source>An infection, such as shingles</source>
        <translation>Una infección, como el herpes zóster</translation>
    </message>
    <message>
        <source>A tumour, or its removal</source>
        <translation>Un tumor, o su extirpación</translation>
    </message>
    <message>
        <source>An injury</source>
        <translation>Una lesión</translation>
    </message>
    <message>
        <source>A stroke</source>
        <translation>Un ictus</translation>
    </message>
    <message>
        <source>I was born with it</source>
        <translation>Nací con ella</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>When you try to smile, what does the affected side do?</source>
        <translation>Cuando intentas sonreír, ¿qué hace el lado afectado?</translation>
    </message>
    <message>
        <source>An eye that closes with the smile, or a neck that tightens, is pulled along.</source>
        <translation>Un ojo que se cierra con la sonrisa, o un cuello que se tensa, es una parte arrastrada.</translation>
    </message>
    <message>
        <source>Has the operated side begun to move?</source>
        <translation>¿Ha empezado a moverse el lado operado?</translation>
    </message>
    <message>
        <source>Yes, a little at least</source>
        <translation>Sí, al menos un poco</translation>
    </message>
    <message>
        <source>Do you know why your face is weak?</source>
        <translation>¿Sabes por qué tienes débil la cara?</translation>
    </message>
    <message>
        <source>Does a therapist plan your practice?</source>
        <translation>¿Un terapeuta planifica tu práctica?</translation>
    </message>
    <message>
        <source>Who practises here?</source>
        <translation>¿Quién practica aquí?</translation>
    </message>
    <message>
        <source>An adult or a teenager</source>
        <translation>Una persona adulta o adolescente</translation>
    </message>
    <message>
        <source>A child, with an adult beside</source>
        <translation>Un niño o una niña, con un adulto al lado</translation>
    </message>
    <message>
        <source>When did it begin?</source>
        <translation>¿Cuándo empezó la debilidad?</translation>
    </message>
    <message>
        <source>Leave it open where you do not know.</source>
        <translation>Déjalo en blanco si no lo sabes.</translation>
    </message>
    <message>
        <source>Have you had injections in the face, such as Botox, in the last half year?</source>
        <translation>¿Te han puesto inyecciones en la cara, como bótox, en los últimos seis meses?</translation>
    </message>
    <message>
        <source>When was the last one?</source>
        <translation>¿Cuándo fue la última?</translation>
    </message>
    <message>
        <source>The facial nerve was sewn or bridged</source>
        <translation>Se cosió o se unió el nervio facial</translation>
    </message>
    <message>
        <source>Another nerve was joined to the face</source>
        <translation>Se unió otro nervio a la cara</translation>
    </message>
    <message>
        <source>A nerve graft across the face</source>
        <translation>Un injerto de nervio que cruza la cara</translation>
    </message>
    <message>
        <source>Thigh muscle, moved by biting</source>
        <translation>Músculo del muslo, que se mueve al morder</translation>
    </message>
    <message>
        <source>Thigh muscle, moved by the other side</source>
        <translation>Músculo del muslo, que mueve el otro lado</translation>
    </message>
    <message>
        <source>Thigh muscle, moved by both</source>
        <translation>Músculo del muslo, que mueven ambos</translation>
    </message>
    <message>
        <source>The temple muscle or its tendon was moved</source>
        <translation>Se trasladó el músculo de la sien o su tendón</translation>
    </message>
    <message>
        <source>A chin muscle was moved to the lip</source>
        <translation>Se trasladó un músculo de la barbilla al labio</translation>
    </message>
    <message>
        <source>Nerves or muscles that pull were cut</source>
        <translation>Se cortaron nervios o músculos que tiran</translation>
    </message>
    <message>
        <source>Eyelid weight, or a lift without movement</source>
        <translation>Pesa en el párpado, o una sujeción sin movimiento</translation>
    </message>
    <message>
        <source>I do not know which</source>
        <translation>No sé cuál</translation>
    </message>
    <message>
        <source>Only the chin and the neck can be entered by hand.</source>
        <translation>A mano solo se pueden anotar la barbilla y el cuello.</translation>
    </message>
    <message>
        <source>The camera watches the other places.</source>
        <translation>Los demás sitios los vigila la cámara.</translation>
    </message>
    <message>
        <source>The grade must be 1, 2 or 3.</source>
        <translation>El grado debe ser 1, 2 o 3.</translation>
    </message>
    <message>
        <source>Only a therapist&apos;s entry can be added to a session.</source>
        <translation>A una sesión solo se puede añadir una anotación de un terapeuta.</translation>
    </message>
    <message>
        <source>There is no such entry by a therapist.</source>
        <translation>No hay tal anotación de un terapeuta.</translation>
    </message>
    <message>
        <source>There is no such repetition in the practice log.</source>
        <translation>No hay tal repetición en el diario de práctica.</translation>
    </message>
    <message>
        <source>Your affected side is set to the left.</source>
        <translation>Tu lado afectado es el izquierdo.</translation>
    </message>
    <message>
        <source>Your affected side is set to the right.</source>
        <translation>Tu lado afectado es el derecho.</translation>
    </message>
    <message>
        <source>Both sides are set as affected.</source>
        <translation>Los dos lados cuentan como afectados.</translation>
    </message>
    <message>
        <source>No side is set as affected.</source>
        <translation>Ningún lado cuenta como afectado.</translation>
    </message>
    <message>
        <source>The affected side does not move yet.</source>
        <translation>El lado afectado aún no se mueve.</translation>
    </message>
    <message>
        <source>The affected side moves a little.</source>
        <translation>El lado afectado se mueve un poco.</translation>
    </message>
    <message>
        <source>The affected side moves, and pulls other parts along.</source>
        <translation>El lado afectado se mueve y arrastra otras partes.</translation>
    </message>
    <message>
        <source>The affected side moves well; you keep it so.</source>
        <translation>El lado afectado se mueve bien; lo mantienes así.</translation>
    </message>
    <message>
        <source>You practise after an operation for the smile.</source>
        <translation>Practicas después de una operación para la sonrisa.</translation>
    </message>
    <message>
        <source>{exercise}: the brow may move along up to {value}.</source>
        <translation>{exercise}: la ceja puede acompañar hasta {value}.</translation>
    </message>
    <message>
        <source>{exercise}: the eye may close along up to {value}.</source>
        <translation>{exercise}: el ojo puede cerrarse a la vez hasta {value}.</translation>
    </message>
    <message>
        <source>{exercise}: the nose may move along up to {value}.</source>
        <translation>{exercise}: la nariz puede acompañar hasta {value}.</translation>
    </message>
    <message>
        <source>{exercise}: the mouth may move along up to {value}.</source>
        <translation>{exercise}: la boca puede acompañar hasta {value}.</translation>
    </message>
    <message>
        <source>{exercise}: the chin may move along up to {value}.</source>
        <translation>{exercise}: la barbilla puede acompañar hasta {value}.</translation>
    </message>
    <message>
        <source>{exercise}: the neck may move along up to {value}.</source>
        <translation>{exercise}: el cuello puede acompañar hasta {value}.</translation>
    </message>
    <message>
        <source>The outer corners of your eyes are {mm} mm apart.</source>
        <translation>Entre las comisuras externas de tus ojos hay {mm} mm.</translation>
    </message>
    <message numerus="yes">
        <source>Your week has {n} days of practice.</source>
        <comment>Your week has one day of practice.</comment>
        <translation>
            <numerusform>Tu semana tiene un día de práctica.</numerusform>
            <numerusform>Tu semana tiene {n} días de práctica.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was valid until {day}. Ask for a new one.</source>
        <translation>Valía hasta el {day}. Pide uno nuevo.</translation>
    </message>
    <message>
        <source>It is valid until {day}.</source>
        <translation>Vale hasta el {day}.</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>No cambia nada.</translation>
    </message>
    <message>
        <source>You practise this programme: {title}.</source>
        <translation>Practicas este programa: «{title}».</translation>
    </message>
    <message>
        <source>You practise: {exercises}.</source>
        <translation>Practicas: {exercises}.</translation>
    </message>
    <message>
        <source>It opens: {phases}.</source>
        <translation>Abre: {phases}.</translation>
    </message>
    <message>
        <source>It began on {day}.</source>
        <translation>Empezó el {day}.</translation>
    </message>
    <message>
        <source>Your operation was on {day}.</source>
        <translation>Tu operación fue el {day}.</translation>
    </message>
    <message>
        <source>Your last injection was on {day}.</source>
        <translation>Tu última inyección fue el {day}.</translation>
    </message>
    <message>
        <source>Your surgeon has allowed movement.</source>
        <translation>Tu cirujano ha permitido el movimiento.</translation>
    </message>
    <message>
        <source>A child practises, with an adult beside.</source>
        <translation>Practica un niño, con un adulto al lado.</translation>
    </message>
    <message numerus="yes">
        <source>{n} sets</source>
        <comment>{n} set</comment>
        <translation>
            <numerusform>{n} serie</numerusform>
            <numerusform>{n} series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} repetitions</source>
        <comment>{n} repetition</comment>
        <translation>
            <numerusform>{n} repetición</numerusform>
            <numerusform>{n} repeticiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} small ones first</source>
        <comment>{n} small one first</comment>
        <translation>
            <numerusform>{n} pequeña primero</numerusform>
            <numerusform>{n} pequeñas primero</numerusform>
        </translation>
    </message>
    <message>
        <source>{s} s moving</source>
        <translation>{s} s de movimiento</translation>
    </message>
    <message>
        <source>{s} s holding</source>
        <translation>{s} s manteniendo</translation>
    </message>
    <message>
        <source>{s} s letting go</source>
        <translation>{s} s soltando</translation>
    </message>
    <message>
        <source>{s} s resting</source>
        <translation>{s} s de descanso</translation>
    </message>
    <message>
        <source>{mm} mm are enough</source>
        <translation>bastan {mm} mm</translation>
    </message>
    <message>
        <source>{exercise}: {what}.</source>
        <translation>{exercise}: {what}.</translation>
    </message>
    <message>
        <source>Every exercise</source>
        <translation>Todos los ejercicios</translation>
    </message>
    <message>
        <source>Your therapist&apos;s plan cannot be used: {problem}</source>
        <translation>El plan de tu terapeuta no se puede usar: {problem}</translation>
    </message>
    <message>
        <source>Your therapist&apos;s plan is past its last day. Ask for a new one.</source>
        <translation>El último día del plan de tu terapeuta ya ha pasado. Pide uno nuevo.</translation>
    </message>
    <message>
        <source>After a stroke, the team that cares for you plans your practice. Show them this program.</source>
        <translation>Después de un ictus, el equipo que te atiende planifica tu práctica. Enséñales este programa.</translation>
    </message>
    <message>
        <source>You reported a warning sign. Practice opens again when a doctor or your therapist has looked at it.</source>
        <translation>Has indicado una señal de alarma. La práctica se abre otra vez cuando un médico o tu terapeuta haya revisado la señal.</translation>
    </message>
    <message>
        <source>An operation or an injection in your face? Then ask your doctor or therapist before you practise, and say so in My answers.</source>
        <translation>¿Una operación o una inyección en la cara? Entonces pregunta a tu médico o terapeuta antes de practicar, e indícalo en Mis respuestas.</translation>
    </message>
    <message>
        <source>Practice opens when your surgeon has said that you may move your face.</source>
        <translation>La práctica se abre cuando tu cirujano diga que ya puedes mover la cara.</translation>
    </message>
    <message>
        <source>Nothing is open yet. The first step needs a therapist.</source>
        <translation>Todavía no hay nada abierto. Para el primer paso hace falta un terapeuta.</translation>
    </message>
    <message>
        <source>Nothing is open yet. Your therapist opens the first step under My programme.</source>
        <translation>Todavía no hay nada abierto. Tu terapeuta abre el primer paso en Mi programa.</translation>
    </message>
    <message>
        <source>Only a therapist opens a step.</source>
        <translation>Solo un terapeuta abre un paso.</translation>
    </message>
    <message>
        <source>A good moment for your practice?</source>
        <translation>¿Un buen momento para practicar?</translation>
    </message>
    <message>
        <source>Small, slow and even. A rest day is fine too.</source>
        <translation>Pequeño, lento e igualado. Un día de descanso también está bien.</translation>
    </message>
    <message>
        <source>Your therapist&apos;s plan sets this.</source>
        <translation>Esto lo fija el plan de tu terapeuta.</translation>
    </message>
    <message>
        <source>Take the plan back on the settings page to change it.</source>
        <translation>Para cambiarlo, retira el plan en la página de ajustes.</translation>
    </message>
    <message>
        <source>The picture could not be made.</source>
        <translation>No se pudo hacer la foto.</translation>
    </message>
    <message>
        <source>Set by your therapist</source>
        <translation>Fijado por tu terapeuta</translation>
    </message>
    <message>
        <source>brow</source>
        <translation>ceja</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>ojo</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>nariz</translation>
    </message>
    <message>
        <source>mouth</source>
        <translation>boca</translation>
    </message>
    <message>
        <source>chin</source>
        <translation>barbilla</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>cuello</translation>
    </message>
    <message>
        <source>The plan sets a limit for the {region}, which &quot;{exercise}&quot; does not watch; it is left out.</source>
        <translation>El plan fija un límite para esta zona: {region}, pero «{exercise}» no la vigila; no se usa.</translation>
    </message>
    <message>
        <source>The plan gives a limit for the {region} in {unit}; it is left out.</source>
        <translation>El plan da un límite en {unit} para esta zona: {region}; no se usa.</translation>
    </message>
    <message>
        <source>The plan asks for a limit of {wanted} {unit} for the {region}; {value} is used, because the camera can tell no less and no more.</source>
        <translation>El plan pide un límite de {wanted} {unit} para esta zona: {region}; se usa {value}, porque la cámara no distingue ni menos ni más.</translation>
    </message>
    <message>
        <source>The plan names an exercise &quot;{name}&quot; that is not there; it is left out.</source>
        <translation>El plan nombra un ejercicio «{name}» que no existe; no se usa.</translation>
    </message>
    <message>
        <source>The plan asks for {name} = {wanted} in &quot;{exercise}&quot;; {value} is used, the limit.</source>
        <translation>El plan pide {name} = {wanted} en «{exercise}»; se usa {value}, el límite.</translation>
    </message>
    <message>
        <source>What your therapist has planned for you.</source>
        <translation>Lo que tu terapeuta ha planeado para ti.</translation>
    </message>
    <message>
        <source>Opens {needed} weeks after the palsy began.</source>
        <translation>Se abre {needed} semanas después de empezar la parálisis.</translation>
    </message>
    <message>
        <source>Opens {needed} weeks after the operation.</source>
        <translation>Se abre {needed} semanas después de la operación.</translation>
    </message>
    <message>
        <source>Opens {needed} weeks after the last injection.</source>
        <translation>Se abre {needed} semanas después de la última inyección.</translation>
    </message>
    <message>
        <source>Opens when the affected side begins to move.</source>
        <translation>Se abre cuando el lado afectado empiece a moverse.</translation>
    </message>
    <message>
        <source>Opens after {needed} clean repetitions of {subject}.</source>
        <translation>Se abre tras {needed} repeticiones sin que se mueva nada más: {subject}.</translation>
    </message>
    <message>
        <source>Opens when your surgeon allows movement.</source>
        <translation>Se abre cuando tu cirujano permita el movimiento.</translation>
    </message>
    <message>
        <source>Ask your therapist to open this.</source>
        <translation>Pide a tu terapeuta que lo abra.</translation>
    </message>
    <message>
        <source>The step before comes first: {subject}.</source>
        <translation>Primero viene el paso anterior: «{subject}».</translation>
    </message>
    <message>
        <source>You reported a warning sign. Have it looked at first.</source>
        <translation>Has indicado una señal de alarma. Antes, que la revise un médico o tu terapeuta.</translation>
    </message>
    <message>
        <source>Only with your therapist beside you.</source>
        <translation>Solo con tu terapeuta a tu lado.</translation>
    </message>
    <message>
        <source>This step needs a therapist.</source>
        <translation>Para este paso hace falta un terapeuta.</translation>
    </message>
    <message>
        <source>Only with a therapist beside you.</source>
        <translation>Solo con un terapeuta a tu lado.</translation>
    </message>
    <message>
        <source>Open from the start.</source>
        <translation>Abierto desde el principio.</translation>
    </message>
    <message>
        <source>So far: {n}.</source>
        <translation>Hasta ahora: {n}.</translation>
    </message>
    <message>
        <source>Say when that was.</source>
        <translation>Di cuándo fue.</translation>
    </message>
    <message numerus="yes">
        <source>That is in {n} weeks.</source>
        <comment>That is in a week.</comment>
        <translation>
            <numerusform>Falta una semana.</numerusform>
            <numerusform>Faltan {n} semanas.</numerusform>
        </translation>
    </message>
    <message>
        <source>{question}: {answer} of {most}</source>
        <translation>{question}: {answer} de {most}</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Esfuerzo</translation>
    </message>
    <message>
        <source>Tightness</source>
        <translation>Tirantez</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Dolor</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Keep my answers</source>
        <translation>Guardar mis respuestas</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>It measures movement in millimetres from a camera. Every number has an uncertainty.</source>
        <translation>Mide el movimiento en milímetros con una cámara. Cada número tiene su incertidumbre.</translation>
    </message>
    <message>
        <source>It cannot tell whether an eye closes fully. Protect your eye as you were told.</source>
        <translation>No puede saber si un ojo se cierra del todo. Protege el ojo como te han indicado.</translation>
    </message>
    <message>
        <source>It does not see how a muscle feels, or what lies behind a change. A person does.</source>
        <translation>No ve cómo se siente un músculo ni qué hay detrás de un cambio. Una persona sí.</translation>
    </message>
    <message>
        <source>It opens no connection to any network, except to a camera address that you give it.</source>
        <translation>No se conecta a ninguna red, salvo a la dirección de una cámara que tú le des.</translation>
    </message>
    <message>
        <source>Measures stay in the folder below. Pictures are kept only with your yes, each time.</source>
        <translation>Las medidas se quedan en la carpeta de abajo. Solo se guardan fotos si dices que sí cada vez.</translation>
    </message>
    <message>
        <source>You can delete a session, or the whole folder, at any time.</source>
        <translation>Puedes borrar una sesión, o toda la carpeta, en cualquier momento.</translation>
    </message>
    <message>
        <source>This program: MIT licence. It uses Qt (LGPL 3), MediaPipe, OpenCV and SQLAlchemy&apos;s and pydantic&apos;s open code (Apache 2.0, MIT), NumPy (BSD) and Matplotlib (PSF style).</source>
        <translation>Este programa: licencia MIT. Usa Qt (LGPL 3), el código abierto de MediaPipe, OpenCV, SQLAlchemy y pydantic (Apache 2.0, MIT), NumPy (BSD) y Matplotlib (estilo PSF).</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy versions and places</source>
        <translation>Copiar versiones y lugares</translation>
    </message>
    <message>
        <source>What it can and cannot do</source>
        <translation>Qué puede hacer y qué no</translation>
    </message>
    <message>
        <source>Back to the home page</source>
        <translation>Volver al inicio</translation>
    </message>
    <message>
        <source>No clinician has checked the exercises, doses and limits yet. Your therapist decides.</source>
        <translation>Ningún profesional ha revisado aún los ejercicios, las dosis y los límites. Decide tu terapeuta.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre el programa</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>My programme</source>
        <translation>Mi programa</translation>
    </message>
    <message>
        <source>They choose your programme. They stay on this computer; you can leave any out.</source>
        <translation>Eligen tu programa. Se quedan en este ordenador; puedes dejar sin responder las que quieras.</translation>
    </message>
    <message>
        <source>A few questions choose the programme that fits you.</source>
        <translation>Unas pocas preguntas eligen el programa adecuado para ti.</translation>
    </message>
    <message>
        <source>Answer the questions</source>
        <translation>Responder a las preguntas</translation>
    </message>
    <message>
        <source>Earlier than planned. {reason}</source>
        <translation>Antes de lo previsto. {reason}</translation>
    </message>
    <message>
        <source>Choose for today</source>
        <translation>Elegir para hoy</translation>
    </message>
    <message>
        <source>Open for good</source>
        <translation>Dejar abierto</translation>
    </message>
    <message>
        <source>Close again</source>
        <translation>Cerrar otra vez</translation>
    </message>
    <message>
        <source>When not to do this</source>
        <translation>Cuándo no hacerlo</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Para ti</translation>
    </message>
    <message>
        <source>Leave this out</source>
        <translation>Qué evitar</translation>
    </message>
    <message>
        <source>Read the safety cards</source>
        <translation>Leer las tarjetas de seguridad</translation>
    </message>
    <message>
        <source>Not yet. {reason}</source>
        <translation>Todavía no. {reason}</translation>
    </message>
    <message>
        <source>Today&apos;s practice. {length}</source>
        <translation>La práctica de hoy. {length}</translation>
    </message>
    <message>
        <source>Open. {length}</source>
        <translation>Abierto. {length}</translation>
    </message>
    <message>
        <source>Back, without starting</source>
        <translation>Volver sin empezar</translation>
    </message>
    <message>
        <source>I have read this. Start</source>
        <translation>Lo he leído. Empezar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Days of practice</source>
        <translation>Días de práctica</translation>
    </message>
    <message numerus="yes">
        <source>{n} sessions</source>
        <comment>{n} session</comment>
        <translation>
            <numerusform>{n} sesión</numerusform>
            <numerusform>{n} sesiones</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}: {what}</source>
        <translation>{day}: {what}</translation>
    </message>
    <message>
        <source>{time} s from the start of the shaded part.</source>
        <translation>{time} s desde el comienzo de la parte sombreada.</translation>
    </message>
    <message>
        <source>{side}: movement {moved}, along with it {along}.</source>
        <translation>{side}: movimiento {moved}; se mueve también {along}.</translation>
    </message>
    <message>
        <source>Movement, mm</source>
        <translation>Movimiento, mm</translation>
    </message>
    <message>
        <source>counted from here</source>
        <translation>cuenta desde aquí</translation>
    </message>
    <message>
        <source>practised</source>
        <translation>con práctica</translation>
    </message>
    <message>
        <source>rest day</source>
        <translation>día de descanso</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>por venir</translation>
    </message>
    <message>
        <source>{pose}: {days}</source>
        <translation>{pose}: {days}</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message numerus="yes">
        <source>A fresh week. {n} days of practice are enough.</source>
        <comment>A fresh week. {n} day of practice is enough.</comment>
        <translation>
            <numerusform>Una semana nueva. Basta con {n} día de práctica.</numerusform>
            <numerusform>Una semana nueva. Basta con {n} días de práctica.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days of practice this week.</source>
        <comment>{n} day of practice this week.</comment>
        <translation>
            <numerusform>{n} día de práctica esta semana.</numerusform>
            <numerusform>{n} días de práctica esta semana.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You planned {n}.</source>
        <comment>You planned one.</comment>
        <translation>
            <numerusform>Tenías previsto uno.</numerusform>
            <numerusform>Tenías previstos {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rest days are part of it.</source>
        <translation>Los días de descanso son parte del plan.</translation>
    </message>
    <message>
        <source>{done} of {goal} days this week.</source>
        <translation>{done} de {goal} días esta semana.</translation>
    </message>
    <message>
        <source>That is your goal. Rest days are part of it.</source>
        <translation>Es tu meta. Los días de descanso son parte de ella.</translation>
    </message>
    <message>
        <source>You practised today.</source>
        <translation>Hoy has practicado.</translation>
    </message>
    <message numerus="yes">
        <source>There is room for {n} rest days.</source>
        <comment>There is room for a rest day.</comment>
        <translation>
            <numerusform>Cabe un día de descanso.</numerusform>
            <numerusform>Caben {n} días de descanso.</numerusform>
        </translation>
    </message>
    <message>
        <source>{exercise}: compared with the right, your left side went further than last time.</source>
        <translation>{exercise}: en comparación con el derecho, tu lado izquierdo ha ido más lejos que la última vez.</translation>
    </message>
    <message>
        <source>{exercise}: compared with the left, your right side went further than last time.</source>
        <translation>{exercise}: en comparación con el izquierdo, tu lado derecho ha ido más lejos que la última vez.</translation>
    </message>
    <message>
        <source>{exercise}: compared with the right, your left side went less far than last time.</source>
        <translation>{exercise}: en comparación con el derecho, tu lado izquierdo ha ido menos lejos que la última vez.</translation>
    </message>
    <message>
        <source>{exercise}: compared with the left, your right side went less far than last time.</source>
        <translation>{exercise}: en comparación con el izquierdo, tu lado derecho ha ido menos lejos que la última vez.</translation>
    </message>
    <message>
        <source>If your face feels weaker: ask a doctor the same day.</source>
        <translation>Si notas la cara más débil: consulta a un médico el mismo día.</translation>
    </message>
    <message>
        <source>A face that gets weaker is a warning sign: ask a doctor the same day.</source>
        <translation>Una cara que se debilita es una señal de alarma: consulta a un médico el mismo día.</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>Aún no hay con qué comparar</translation>
    </message>
    <message>
        <source>Measured in another way, so not comparable</source>
        <translation>Medido de otra manera, por eso no se puede comparar</translation>
    </message>
    <message>
        <source>Made easier this time, so not compared</source>
        <translation>Esta vez fue más fácil, por eso no se compara</translation>
    </message>
    <message>
        <source>Made easier last time, so not compared</source>
        <translation>La última vez fue más fácil, por eso no se compara</translation>
    </message>
    <message>
        <source>{fact}, without the easier ones</source>
        <translation>{fact}, sin las repeticiones más fáciles</translation>
    </message>
    <message>
        <source>{was}; no real change (below {needed} mm)</source>
        <translation>{was}; sin cambio real (menos de {needed} mm)</translation>
    </message>
    <message>
        <source>{was}; no real change (below {needed} points)</source>
        <translation>{was}; sin cambio real (menos de {needed} puntos)</translation>
    </message>
    <message>
        <source>{was}; now larger</source>
        <translation>{was}; ahora mayor</translation>
    </message>
    <message>
        <source>Too few measured repetitions to compare</source>
        <translation>Muy pocas repeticiones medidas para comparar</translation>
    </message>
    <message>
        <source>{was}; now smaller</source>
        <translation>{was}; ahora menor</translation>
    </message>
    <message>
        <source>{exercise}: the movement was larger than last time.</source>
        <translation>{exercise}: el movimiento ha sido mayor que la última vez.</translation>
    </message>
    <message>
        <source>{exercise}: the movement was smaller than last time.</source>
        <translation>{exercise}: el movimiento ha sido menor que la última vez.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>how much</comment>
        <translation>Nada</translation>
    </message>
    <message>
        <source>A little</source>
        <comment>how much</comment>
        <translation>Un poco</translation>
    </message>
    <message>
        <source>Some</source>
        <comment>how much</comment>
        <translation>Bastante</translation>
    </message>
    <message>
        <source>Much</source>
        <comment>how much</comment>
        <translation>Mucho</translation>
    </message>
    <message>
        <source>Very much</source>
        <comment>how much</comment>
        <translation>Muchísimo</translation>
    </message>
    <message>
        <source>Very low</source>
        <comment>mood</comment>
        <translation>Muy bajo</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>mood</comment>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>So-so</source>
        <comment>mood</comment>
        <translation>Regular</translation>
    </message>
    <message>
        <source>Good</source>
        <comment>mood</comment>
        <translation>Bueno</translation>
    </message>
    <message>
        <source>Very good</source>
        <comment>mood</comment>
        <translation>Muy bueno</translation>
    </message>
    <message>
        <source>How much effort was it?</source>
        <translation>¿Cuánto esfuerzo te ha costado?</translation>
    </message>
    <message>
        <source>How tight does your face feel?</source>
        <translation>¿Notas la cara tirante?</translation>
    </message>
    <message>
        <source>Does anything hurt?</source>
        <translation>¿Te duele algo?</translation>
    </message>
    <message>
        <source>How do you feel?</source>
        <translation>¿Cómo estás de ánimo?</translation>
    </message>
    <message>
        <source>Stop for today. Practice should never hurt. If the pain stays, or an eye is red or sore, ask a doctor.</source>
        <translation>Déjalo por hoy. La práctica nunca debe doler. Si el dolor sigue, o un ojo está rojo o molesta, pregunta a un médico.</translation>
    </message>
    <message>
        <source>A note for your therapist</source>
        <translation>Una nota para tu terapeuta</translation>
    </message>
    <message>
        <source>A note for your therapist, if you like</source>
        <translation>Una nota para tu terapeuta, si quieres</translation>
    </message>
    <message>
        <source>This is a warning sign</source>
        <translation>Esto es una señal de alarma</translation>
    </message>
    <message>
        <source>This is a warning sign: hold my practice until it has been looked at</source>
        <translation>Esto es una señal de alarma: detener mi práctica hasta que un profesional la revise</translation>
    </message>
    <message>
        <source>How was it?</source>
        <translation>¿Cómo ha ido?</translation>
    </message>
    <message>
        <source>One tap each. Leave out what you like.</source>
        <translation>Un toque en cada una. Deja sin contestar lo que quieras.</translation>
    </message>
    <message>
        <source>Chin, left</source>
        <translation>Barbilla izq.</translation>
    </message>
    <message>
        <source>Chin, right</source>
        <translation>Barbilla der.</translation>
    </message>
    <message>
        <source>Neck, left</source>
        <translation>Cuello izq.</translation>
    </message>
    <message>
        <source>Neck, right</source>
        <translation>Cuello der.</translation>
    </message>
    <message>
        <source>Repetition {number}, {exercise}</source>
        <translation>Repetición {number}, {exercise}</translation>
    </message>
    <message>
        <source>{place}, {grade}, seen by a therapist</source>
        <translation>{place}, {grade}, visto por un terapeuta</translation>
    </message>
    <message>
        <source>{place}, {grade}, {size}</source>
        <translation>{place}, {grade}, {size}</translation>
    </message>
    <message>
        <source>{place}: from {start} s after the movement began, for {length} s.</source>
        <translation>{place}: desde {start} s después de empezar el movimiento, durante {length} s.</translation>
    </message>
    <message>
        <source>{size} beyond the other side; it counts from {limit} on.</source>
        <translation>{size} más que el otro lado; cuenta a partir de {limit}.</translation>
    </message>
    <message>
        <source>{repetition}: {what}</source>
        <translation>{repetition}: {what}</translation>
    </message>
    <message>
        <source>Chosen: your left half, the side of your left hand.</source>
        <translation>Elegida: tu mitad izquierda, el lado de tu mano izquierda.</translation>
    </message>
    <message>
        <source>Chosen: your right half, the side of your right hand.</source>
        <translation>Elegida: tu mitad derecha, el lado de tu mano derecha.</translation>
    </message>
    <message>
        <source>Your face as in a mirror. Press the left or right arrow key.</source>
        <translation>Tu cara como en un espejo. Pulsa la flecha ← o →.</translation>
    </message>
    <message>
        <source>Looking for your face</source>
        <translation>Buscando tu cara</translation>
    </message>
    <message>
        <source>Back to the question before</source>
        <translation>Volver a la pregunta anterior</translation>
    </message>
    <message>
        <source>Leave this question open</source>
        <translation>Dejar esta pregunta en blanco</translation>
    </message>
    <message>
        <source>On to the next question</source>
        <translation>Ir a la pregunta siguiente</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Your practice in one picture</source>
        <translation>Tu práctica en una imagen</translation>
    </message>
    <message>
        <source>last time</source>
        <translation>la última vez</translation>
    </message>
    <message>
        <source>My left side</source>
        <translation>Mi lado izquierdo</translation>
    </message>
    <message>
        <source>My right side</source>
        <translation>Mi lado derecho</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Los dos lados</translation>
    </message>
    <message>
        <source>Neither side</source>
        <translation>Ningún lado</translation>
    </message>
    <message>
        <source>Say first whether it is this side.</source>
        <translation>Di primero si es este lado.</translation>
    </message>
    <message>
        <source>Tap the weak half, or choose an answer.</source>
        <translation>Toca la mitad débil, o elige una respuesta.</translation>
    </message>
    <message>
        <source>Your left half: the side of your left hand. Is this the weak side?</source>
        <translation>Tu mitad izquierda: el lado de tu mano izquierda. ¿Es este el lado afectado?</translation>
    </message>
    <message>
        <source>Your right half: the side of your right hand. Is this the weak side?</source>
        <translation>Tu mitad derecha: el lado de tu mano derecha. ¿Es este el lado afectado?</translation>
    </message>
    <message>
        <source>A drawn face stands in here, turned as in a mirror. Tap the half that is weak in your own face, or press its arrow key.</source>
        <translation>Aquí hay una cara dibujada, girada como en un espejo. Toca la mitad que está débil en tu propia cara, o pulsa su flecha.</translation>
    </message>
    <message>
        <source>This is you, as in a mirror. Tap the weak half, or press its arrow key.</source>
        <translation>Así te ves en un espejo. Toca la mitad afectada o pulsa la flecha ← o →.</translation>
    </message>
    <message>
        <source>From now on your left side counts as the weak one, the side of your left hand: numbers and words follow it. What is kept stays as it is. Change it?</source>
        <translation>Desde ahora cuenta como débil tu lado izquierdo, el de tu mano izquierda: los números y las palabras lo siguen. Lo guardado queda como está. ¿Cambiarlo?</translation>
    </message>
    <message>
        <source>From now on your right side counts as the weak one, the side of your right hand: numbers and words follow it. What is kept stays as it is. Change it?</source>
        <translation>Desde ahora cuenta como débil tu lado derecho, el de tu mano derecha: los números y las palabras lo siguen. Lo guardado queda como está. ¿Cambiarlo?</translation>
    </message>
    <message>
        <source>From now on both sides count as weak: no side is compared with a healthy one. What is kept stays as it is. Change it?</source>
        <translation>Desde ahora los dos lados cuentan como débiles: ninguno se compara con uno sano. Lo guardado queda como está. ¿Cambiarlo?</translation>
    </message>
    <message>
        <source>From now on neither side counts as weak. What is kept stays as it is. Change it?</source>
        <translation>Desde ahora ningún lado cuenta como débil. Lo guardado queda como está. ¿Cambiarlo?</translation>
    </message>
    <message>
        <source>From now on both sides are shown in millimetres, and no side is named as the weak one. What is kept stays as it is. Change it?</source>
        <translation>Desde ahora los dos lados se muestran en milímetros, y ninguno se nombra como el débil. Lo guardado queda como está. ¿Cambiarlo?</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>Answer this before the first practice. “Unsure” is an answer, too.</source>
        <translation>Responde a esto antes de la primera práctica. «No lo sé» también es una respuesta.</translation>
    </message>
    <message>
        <source>Yes, change it</source>
        <translation>Sí, cambiarlo</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Undo: the answer of before</source>
        <translation>Deshacer: la respuesta de antes</translation>
    </message>
    <message>
        <source>Which side of your face is weak?</source>
        <translation>¿Qué lado de tu cara es el afectado?</translation>
    </message>
    <message>
        <source>Yes, this side</source>
        <translation>Sí, este lado</translation>
    </message>
    <message>
        <source>Yes, this side is weak</source>
        <translation>Sí, este es el lado afectado</translation>
    </message>
    <message>
        <source>No, the other side</source>
        <translation>No, el otro lado</translation>
    </message>
    <message>
        <source>No, the other side is weak</source>
        <translation>No, el afectado es el otro lado</translation>
    </message>
    <message>
        <source>Slow, small exercises for your face, one after the other.</source>
        <translation>Ejercicios lentos y pequeños para tu cara, uno tras otro.</translation>
    </message>
    <message>
        <source>Your camera shows how evenly both sides move.</source>
        <translation>La cámara muestra si los dos lados se mueven por igual.</translation>
    </message>
    <message>
        <source>It helps you to practise what your therapist has planned.</source>
        <translation>Te ayuda a practicar lo que tu terapeuta ha planeado.</translation>
    </message>
    <message>
        <source>It is no medical device. It finds no illness and gives no grade.</source>
        <translation>No es un producto sanitario. No detecta enfermedades ni pone notas.</translation>
    </message>
    <message>
        <source>It does not take the place of your therapist or your doctor.</source>
        <translation>No sustituye a tu terapeuta ni a tu médico.</translation>
    </message>
    <message>
        <source>The camera measures how your face moves.</source>
        <translation>La cámara mide cómo se mueve tu cara.</translation>
    </message>
    <message>
        <source>The measures stay on this computer. Nothing is ever sent.</source>
        <translation>Las medidas se quedan en este ordenador. Nunca se envía nada.</translation>
    </message>
    <message>
        <source>No picture and no film is kept, unless you say yes to it each time.</source>
        <translation>No se guarda ninguna foto ni vídeo, salvo que digas que sí cada vez.</translation>
    </message>
    <message>
        <source>You can delete everything, and change your mind at any time.</source>
        <translation>Puedes borrarlo todo y cambiar de idea en cualquier momento.</translation>
    </message>
    <message>
        <source>Stop here, and do what the card says. Practice stays shut until a doctor or your therapist has looked at it. Then say so under My programme; there a slip can be taken back, too.</source>
        <translation>Detente aquí y haz lo que dice la tarjeta. La práctica queda cerrada hasta que lo haya visto un médico o tu terapeuta. Dilo entonces en Mi programa; allí también se puede retirar un error.</translation>
    </message>
    <message>
        <source>Answer the question above first.</source>
        <translation>Responde primero a la pregunta de arriba.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Hola</translation>
    </message>
    <message>
        <source>Which language do you read best?</source>
        <translation>¿Qué idioma lees mejor?</translation>
    </message>
    <message>
        <source>A drawn face, at rest</source>
        <translation>Una cara dibujada, en reposo</translation>
    </message>
    <message>
        <source>Can you read this well?</source>
        <translation>¿Lees bien esto?</translation>
    </message>
    <message>
        <source>What this is</source>
        <translation>Qué es esto</translation>
    </message>
    <message>
        <source>What it is not</source>
        <translation>Qué no es</translation>
    </message>
    <message>
        <source>Is this all right for you?</source>
        <translation>¿Te parece bien?</translation>
    </message>
    <message>
        <source>Yes, measure and keep it here</source>
        <translation>Sí, medir y guardar aquí</translation>
    </message>
    <message>
        <source>No, I only look around with a drawn face</source>
        <translation>No, solo miro con una cara dibujada</translation>
    </message>
    <message>
        <source>No, or it has been looked at</source>
        <translation>No, o ya me ha visto un profesional</translation>
    </message>
    <message>
        <source>No, none of these</source>
        <translation>No, ninguna</translation>
    </message>
    <message>
        <source>Put it at the height of your eyes, with light from the front.</source>
        <translation>Ponla a la altura de los ojos, con luz de frente.</translation>
    </message>
    <message>
        <source>Which camera sees you?</source>
        <translation>¿Qué cámara te ve?</translation>
    </message>
    <message>
        <source>Your eye comes first</source>
        <translation>Primero, tu ojo</translation>
    </message>
    <message>
        <source>Small, slow and even. That is all you need.</source>
        <translation>Pequeño, lento e igualado. No hace falta más.</translation>
    </message>
    <message>
        <source>Plan files</source>
        <translation>Archivos de plan</translation>
    </message>
    <message>
        <source>Which plan file?</source>
        <translation>¿Qué archivo de plan?</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Guardar el plan</translation>
    </message>
    <message>
        <source>Open a plan file…</source>
        <translation>Abrir un archivo de plan…</translation>
    </message>
    <message>
        <source>My therapist gave me a file</source>
        <translation>Mi terapeuta me dio un archivo</translation>
    </message>
    <message>
        <source>Save the plan as a file…</source>
        <translation>Guardar el plan en un archivo…</translation>
    </message>
    <message>
        <source>Take the plan back</source>
        <translation>Retirar el plan</translation>
    </message>
    <message>
        <source>Use this plan</source>
        <translation>Usar este plan</translation>
    </message>
    <message>
        <source>Do not use it</source>
        <translation>No usarlo</translation>
    </message>
    <message>
        <source>“{title}” would change this:</source>
        <translation>«{title}» cambiaría esto:</translation>
    </message>
    <message>
        <source>No therapist&apos;s plan is in use.</source>
        <translation>No hay ningún plan de terapeuta en uso.</translation>
    </message>
    <message>
        <source>In use: “{title}”.</source>
        <translation>En uso: «{title}».</translation>
    </message>
    <message>
        <source>“{title}” is in use.</source>
        <translation>«{title}» está en uso.</translation>
    </message>
    <message>
        <source>The plan is taken back. Your own choices hold again.</source>
        <translation>El plan se ha retirado. Vuelven a valer tus propias elecciones.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Guardado como {file}.</translation>
    </message>
    <message>
        <source>Drawn face that moves as yours does</source>
        <translation>Cara dibujada que se mueve como la tuya</translation>
    </message>
    <message>
        <source>Or go on anyway: parts may not be scored.</source>
        <translation>O sigue así: puede que algo no se mida.</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Guardado como {file}</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Hablando</translation>
    </message>
    <message>
        <source>The camera may miss a gap. Protect your eye as you were told.</source>
        <translation>La cámara puede no ver una rendija. Protege tu ojo como te han indicado.</translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds</source>
        <comment>{n} second</comment>
        <translation>
            <numerusform>{n} segundo</numerusform>
            <numerusform>{n} segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>There was too little talking to say anything about it.</source>
        <translation>Se habló muy poco para poder decir algo.</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Sin medir</translation>
    </message>
    <message>
        <source>{rate} a minute ({count} seen)</source>
        <translation>{rate} por minuto (se vieron {count})</translation>
    </message>
    <message>
        <source>{count} seen in {seconds}</source>
        <translation>se vieron {count} en {seconds}</translation>
    </message>
    <message>
        <source>Blinks</source>
        <translation>Parpadeos</translation>
    </message>
    <message>
        <source>Blinks that looked complete</source>
        <translation>Parpadeos que parecían completos</translation>
    </message>
    <message>
        <source>The camera is too slow to see that.</source>
        <translation>La cámara es demasiado lenta para verlo.</translation>
    </message>
    <message>
        <source>Said from ten blinks and a minute on.</source>
        <translation>Se dice a partir de diez parpadeos y un minuto.</translation>
    </message>
    <message>
        <source>Not sure enough to say, for either eye.</source>
        <translation>No es bastante seguro para decirlo, de ningún ojo.</translation>
    </message>
    <message>
        <source>{place}, with {count} of {watched} blinks</source>
        <translation>{place}, con {count} de {watched} parpadeos</translation>
    </message>
    <message>
        <source>{place}, with {share} of the blinks</source>
        <translation>{place}, con el {share} de los parpadeos</translation>
    </message>
    <message>
        <source>{place}, {share} of the talking</source>
        <translation>{place}, el {share} del tiempo hablando</translation>
    </message>
    <message>
        <source>For practice under a therapist&apos;s plan. Not a medical device: it does not diagnose, and its numbers are not a clinical grade.</source>
        <translation>Para practicar según el plan de un terapeuta. No es un producto sanitario: no diagnostica, y sus números no son una valoración clínica.</translation>
    </message>
    <message>
        <source>The page could not be written.</source>
        <translation>No se pudo guardar la página.</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>Y {count} más.</translation>
    </message>
    <message>
        <source>How it felt</source>
        <translation>Cómo se sintió</translation>
    </message>
    <message>
        <source>{answer} of {most}</source>
        <translation>{answer} de {most}</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>Qué hacer ahora</translation>
    </message>
    <message>
        <source>Change this exercise</source>
        <translation>Cambiar este ejercicio</translation>
    </message>
    <message>
        <source>What would help?</source>
        <translation>¿Qué te ayudaría?</translation>
    </message>
    <message>
        <source>Do this one later</source>
        <translation>Hacer este más tarde</translation>
    </message>
    <message>
        <source>Too hard: smaller and shorter</source>
        <translation>Me cuesta: más pequeño y más corto</translation>
    </message>
    <message>
        <source>Smaller and shorter</source>
        <translation>Más pequeño y más corto</translation>
    </message>
    <message>
        <source>Leave this one out</source>
        <translation>Hoy sin este ejercicio</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Back to the exercise</source>
        <translation>Volver al ejercicio</translation>
    </message>
    <message>
        <source>{title}: what would help?</source>
        <translation>{title}: ¿qué te ayudaría?</translation>
    </message>
    <message>
        <source>Instead: {title}</source>
        <translation>En su lugar: {title}</translation>
    </message>
    <message>
        <source>What to read</source>
        <translation>Qué leer</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Landmark models</source>
        <translation>Modelos de puntos faciales</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Landmark model, SHA-256</source>
        <translation>Modelo de puntos, SHA-256</translation>
    </message>
    <message>
        <source>is being read</source>
        <translation>se está leyendo</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Tus datos</translation>
    </message>
    <message>
        <source>Log files</source>
        <translation>Archivos de registro</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Limits of my therapist</source>
        <translation>Límites de mi terapeuta</translation>
    </message>
    <message>
        <source>What I see of myself (F, or 1 to 5)</source>
        <translation>Lo que veo de mí (F, o del 1 al 5)</translation>
    </message>
    <message>
        <source>Largest movement</source>
        <translation>Movimiento más grande</translation>
    </message>
    <message>
        <source>How even it is: one side compared with the other</source>
        <translation>Cómo de igualado es: un lado comparado con el otro</translation>
    </message>
    <message>
        <source>How far you can go with nothing joining in</source>
        <translation>Hasta dónde llegas sin que se mueva nada más</translation>
    </message>
    <message>
        <source>How much another part of the face joins in</source>
        <translation>Cuánto se mueve también otra parte de la cara</translation>
    </message>
    <message>
        <source>To today&apos;s practice</source>
        <translation>A la práctica de hoy</translation>
    </message>
    <message>
        <source>What you will see here</source>
        <translation>Lo que verás aquí</translation>
    </message>
    <message>
        <source>After your first measured practice, for each movement:</source>
        <translation>Tras tu primera práctica con medidas, de cada movimiento:</translation>
    </message>
    <message>
        <source>Nerves and muscles take months. Here it says whether a change is real or may be only measuring, so that no single day has to count.</source>
        <translation>Los nervios y los músculos necesitan meses. Aquí se dice si un cambio es real o puede ser solo de la medición, así que ningún día suelto tiene que contar.</translation>
    </message>
    <message>
        <source>Earlier month</source>
        <translation>Mes anterior</translation>
    </message>
    <message>
        <source>Later month</source>
        <translation>Mes siguiente</translation>
    </message>
    <message>
        <source>Earlier pictures</source>
        <translation>Fotos de antes</translation>
    </message>
    <message>
        <source>Later pictures</source>
        <translation>Fotos de después</translation>
    </message>
    <message>
        <source>Delete the later pictures…</source>
        <translation>Borrar las fotos de después…</translation>
    </message>
    <message>
        <source>Delete the later pictures</source>
        <translation>Borrar las fotos de después</translation>
    </message>
    <message>
        <source>Delete these pictures for good?</source>
        <translation>¿Borrar estas fotos para siempre?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Dejarlas</translation>
    </message>
    <message>
        <source>Kept pictures</source>
        <translation>Fotos guardadas</translation>
    </message>
    <message>
        <source>Show and choose…</source>
        <translation>Mostrar y elegir…</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>Elegir una cámara</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>The camera you chose before</source>
        <translation>La cámara que elegiste antes</translation>
    </message>
    <message>
        <source>The first one that works</source>
        <translation>La primera que funcione</translation>
    </message>
    <message>
        <source>Go through the first start again</source>
        <translation>Repetir el primer inicio</translation>
    </message>
    <message>
        <source>From now on nothing is measured or kept. What becomes of the practice that is kept already, with its pictures and answers?</source>
        <translation>Desde ahora no se mide ni se guarda nada. ¿Qué pasa con la práctica ya guardada, con sus imágenes y respuestas?</translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation>Guardarla aquí</translation>
    </message>
    <message>
        <source>Delete it for good</source>
        <translation>Borrarla para siempre</translation>
    </message>
    <message>
        <source>Do not take it back</source>
        <translation>No retirarlo</translation>
    </message>
    <message>
        <source>You agreed: the camera measures, and the measures stay on this computer.</source>
        <translation>Has aceptado: la cámara mide, y las medidas se quedan en este ordenador.</translation>
    </message>
    <message>
        <source>You look around with a drawn face. Nothing is measured or kept.</source>
        <translation>Miras con una cara dibujada. No se mide ni se guarda nada.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarlo</translation>
    </message>
    <message>
        <source>Agree: measure and keep it here</source>
        <translation>Aceptar: medir y guardar aquí</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Change limits with my therapist</source>
        <translation>Cambiar límites con mi terapeuta</translation>
    </message>
    <message>
        <source>A therapist is with me</source>
        <translation>Un terapeuta está a mi lado</translation>
    </message>
    <message>
        <source>Is a therapist with you now? Only they change what counts as too much.</source>
        <translation>¿Está un terapeuta contigo ahora? Solo un terapeuta cambia lo que cuenta como demasiado.</translation>
    </message>
    <message>
        <source>Yes, a therapist is here</source>
        <translation>Sí, hay un terapeuta</translation>
    </message>
    <message>
        <source>Save the limits</source>
        <translation>Guardar los límites</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Leave them as they were</source>
        <translation>Dejarlos como estaban</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Dejar</translation>
    </message>
    <message>
        <source>How far another part of the face may move along before it is shown. Lower: it is shown sooner. Between the bounds the camera can tell.</source>
        <translation>Cuánto puede acompañar otra parte de la cara antes de que se muestre. Más bajo: se muestra antes. Entre los topes, la cámara lo distingue.</translation>
    </message>
    <message>
        <source>My therapist</source>
        <translation>Mi terapeuta</translation>
    </message>
    <message>
        <source>Plan file</source>
        <translation>Archivo de plan</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Ejercicio</translation>
    </message>
    <message>
        <source>usually {value} {unit}</source>
        <translation>normalmente {value} {unit}</translation>
    </message>
    <message>
        <source>Another way to see myself</source>
        <translation>Otra forma de verme</translation>
    </message>
    <message>
        <source>Hide or show my picture</source>
        <translation>Ocultar o mostrar mi imagen</translation>
    </message>
    <message>
        <source>&amp;What I see and hear</source>
        <translation>&amp;Lo que veo y oigo</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Anotar…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>{what}: less</source>
        <translation>{what}: menos</translation>
    </message>
    <message>
        <source>{what}: more</source>
        <translation>{what}: más</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>hora</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>minuto</translation>
    </message>
    <message>
        <source>{time}, remove</source>
        <translation>{time}, quitar</translation>
    </message>
    <message>
        <source>Mirror therapy needs one healthy half. With both sides affected, or no side chosen, you see your face as it is.</source>
        <translation>La terapia de espejo necesita una mitad sana. Con los dos lados afectados, o sin lado elegido, ves tu cara tal como es.</translation>
    </message>
    <message>
        <source>The disk is full: free some space, then try again.</source>
        <translation>El disco está lleno: libera espacio e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Reminds you of your practice.</source>
        <translation>Te avisa de tu práctica.</translation>
    </message>
    <message>
        <source>I am still here, to remind you</source>
        <translation>Sigo aquí para avisarte</translation>
    </message>
    <message>
        <source>The round icon beside the clock opens the coach. Quit is in its menu.</source>
        <translation>El icono redondo junto al reloj abre el programa. Salir está en su menú.</translation>
    </message>
    <message>
        <source>The program is open already. Its window has come to the front.</source>
        <translation>El programa ya está abierto. Su ventana está delante.</translation>
    </message>
    <message>
        <source>The start at log-in could not be set up.</source>
        <translation>No se pudo preparar el arranque al iniciar sesión.</translation>
    </message>
    <message>
        <source>The start at log-in could not be taken back.</source>
        <translation>No se pudo quitar el arranque al iniciar sesión.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>No more reminders today</source>
        <translation>Hoy, no más avisos</translation>
    </message>
    <message>
        <source>This desktop has no place for icons beside the clock. Reminders come only while the window is open.</source>
        <translation>Este escritorio no tiene sitio para iconos junto al reloj. Los avisos solo llegan mientras la ventana está abierta.</translation>
    </message>
    <message>
        <source>A therapist was beside, as was said before it began.</source>
        <translation>Había un terapeuta al lado, según se dijo antes de empezar.</translation>
    </message>
    <message>
        <source>{exercise}: made easier, because it was too hard.</source>
        <translation>{exercise}: más fácil, porque te costaba demasiado.</translation>
    </message>
    <message>
        <source>{exercise}: left out, because it hurt.</source>
        <translation>{exercise}: omitido, porque dolía.</translation>
    </message>
    <message>
        <source>{exercise}: {other} came in its place.</source>
        <translation>{exercise}: en su lugar, {other}.</translation>
    </message>
    <message>
        <source>{exercise}: put off to the end.</source>
        <translation>{exercise}: aplazado hasta el final.</translation>
    </message>
    <message>
        <source>{exercise}: left before its end.</source>
        <translation>{exercise}: dejado antes de terminar.</translation>
    </message>
    <message>
        <source>All of this is needed.</source>
        <translation>Hace falta todo esto.</translation>
    </message>
    <message>
        <source>too far</source>
        <translation>demasiado</translation>
    </message>
    <message>
        <source>The movement was too small for the camera. That is fine.</source>
        <translation>El movimiento ha sido demasiado pequeño para la cámara. No pasa nada.</translation>
    </message>
    <message>
        <source>Your resting face was not known yet.</source>
        <translation>Aún no se conocía tu cara en reposo.</translation>
    </message>
    <message>
        <source>It was interrupted.</source>
        <translation>Se interrumpió.</translation>
    </message>
    <message>
        <source>The camera cannot see this movement. You judge it.</source>
        <translation>La cámara no ve este movimiento. Lo valoras tú.</translation>
    </message>
    <message>
        <source>You stopped because it hurt. That was right.</source>
        <translation>Paraste porque te dolía. Hiciste bien.</translation>
    </message>
    <message>
        <source>Most often: {why}.</source>
        <translation>Lo más frecuente: {why}.</translation>
    </message>
    <message>
        <source>The video&apos;s name, or its folder&apos;s, has letters that cannot be read here.</source>
        <translation>El nombre del vídeo, o el de su carpeta, tiene letras que aquí no se pueden leer.</translation>
    </message>
    <message>
        <source>Give it a plain name and try again.</source>
        <translation>Ponle un nombre sencillo e inténtalo de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} sessions for good, with their pictures and answers?</source>
        <comment>Delete {n} session for good, with its pictures and answers?</comment>
        <translation>
            <numerusform>¿Borrar {n} sesión para siempre, con sus imágenes y respuestas?</numerusform>
            <numerusform>¿Borrar {n} sesiones para siempre, con sus imágenes y respuestas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} exported files are deleted, too.</source>
        <comment>{n} exported file is deleted, too.</comment>
        <translation>
            <numerusform>Se borra también {n} archivo exportado.</numerusform>
            <numerusform>Se borran también {n} archivos exportados.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you moved or gave away stays where it is.</source>
        <translation>Lo que moviste o entregaste queda donde está.</translation>
    </message>
    <message numerus="yes">
        <source>{n} sessions are deleted.</source>
        <comment>{n} session is deleted.</comment>
        <translation>
            <numerusform>{n} sesión está borrada.</numerusform>
            <numerusform>{n} sesiones están borradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>These files could not be deleted: {files}</source>
        <translation>Estos archivos no se pudieron borrar: {files}</translation>
    </message>
    <message>
        <source>Practice, stopped early</source>
        <translation>Práctica, detenida pronto</translation>
    </message>
    <message>
        <source>Delete from this session on</source>
        <translation>Borrar desde esta sesión</translation>
    </message>
    <message>
        <source>Delete up to this session</source>
        <translation>Borrar hasta esta sesión</translation>
    </message>
    <message>
        <source>There is no practice to delete.</source>
        <translation>No hay práctica que borrar.</translation>
    </message>
    <message>
        <source>Delete all practice…</source>
        <translation>Borrar toda la práctica…</translation>
    </message>
    <message>
        <source>Delete all practice</source>
        <translation>Borrar toda la práctica</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarla</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} sessions…</source>
        <comment>Delete {n} session…</comment>
        <translation>
            <numerusform>Borrar {n} sesión…</numerusform>
            <numerusform>Borrar {n} sesiones…</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete practice</source>
        <translation>Borrar práctica</translation>
    </message>
    <message>
        <source>What is deleted here is gone for good. Export it first if you want to keep it.</source>
        <translation>Lo que se borra aquí desaparece para siempre. Expórtalo antes si quieres guardarlo.</translation>
    </message>
    <message>
        <source>Choose an answer first.</source>
        <translation>Elige primero una respuesta.</translation>
    </message>
    <message>
        <source>Go on with the practice</source>
        <translation>Seguir con la práctica</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>Cerrar ahora</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Terminar ahora</translation>
    </message>
    <message numerus="yes">
        <source>The window closes in {n} seconds.</source>
        <comment>The window closes in {n} second.</comment>
        <translation>
            <numerusform>La ventana se cierra en {n} segundo.</numerusform>
            <numerusform>La ventana se cierra en {n} segundos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It ends in {n} seconds.</source>
        <comment>It ends in {n} second.</comment>
        <translation>
            <numerusform>Termina en {n} segundo.</numerusform>
            <numerusform>Termina en {n} segundos.</numerusform>
        </translation>
    </message>
</context>
</TS>
