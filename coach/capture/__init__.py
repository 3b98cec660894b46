"""Pictures and landmarks: the only place with cv2, mediapipe and threads. No Qt."""
